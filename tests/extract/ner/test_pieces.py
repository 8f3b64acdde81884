from hypothesis import given
from hypothesis import strategies as st

from store.extract.ner.pieces import UNKNOWN, piece_tokenizer

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁한", "빛", "전자", "▁한빛", "은", "1", "원"]
SCORES = [0.0, 0.0, 0.0, 0.0, -3.0, -4.0, -6.0, -5.0, -7.0, -2.0, -3.0, -3.5]
tokenize = piece_tokenizer(PIECES, SCORES)


def named(text: str) -> list[str]:
    return [PIECES[i] for i in tokenize(text).ids]


def test_a_word_is_cut_into_its_most_probable_pieces() -> None:
    assert named("한빛전자은") == ["▁한빛", "전자", "은"]


def test_what_no_piece_covers_is_unknown_and_keeps_its_place() -> None:
    pieces = tokenize("한뷁은")
    assert [PIECES[i] for i in pieces.ids] == ["▁한", "<unk>", "은"]
    assert pieces.of_character == [0, 1, 2]


def test_white_space_belongs_to_the_word_after_it() -> None:
    assert tokenize("한 \t1원").of_character == [0, 1, 1, 2, 3]


def test_wide_and_composed_characters_are_read_as_their_plain_ones() -> None:
    assert named("１원") == named("1원")
    assert tokenize("①원").ids == tokenize("1원").ids


def test_invisible_characters_are_read_over() -> None:
    pieces = tokenize("한\u200b빛")
    assert [PIECES[i] for i in pieces.ids] == ["▁한빛"]
    assert pieces.of_character == [0, 0, 0]


@given(st.text(alphabet=st.characters(), max_size=60))
def test_every_character_has_a_piece_and_pieces_run_forwards(text: str) -> None:
    ids, of_character = tokenize(text)
    assert len(of_character) == len(text)
    assert of_character == sorted(of_character)
    assert all(0 <= piece <= max(0, len(ids) - 1) for piece in of_character)
    assert all(i >= UNKNOWN for i in ids)
