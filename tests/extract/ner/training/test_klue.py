from pathlib import Path

import pytest

from store.extract.ner.training.klue import HELD_OUT, Example, load_klue, score, split
from store.model import SinmunError


def test_the_file_is_read_with_its_spans_in_order(tmp_path: Path) -> None:
    path = tmp_path / "klue.json"
    path.write_text('[["이준호는 대구로 갔다", [[5, 7, "LC"], [0, 3, "PS"]]]]', "utf-8")
    assert load_klue(path) == [Example("이준호는 대구로 갔다", ((0, 3, "PS"), (5, 7, "LC")))]


@pytest.mark.parametrize("content", ["", "{}", '[["글", [[0, 1, "XX"]]]]', '[["글"]]'])
def test_another_file_is_refused_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(content, "utf-8")
    with pytest.raises(SinmunError, match=r"other\.json"):
        load_klue(path)


def test_the_held_out_part_is_the_same_every_time_and_never_learnt() -> None:
    examples = [Example(str(i), ()) for i in range(3 * HELD_OUT)]
    part, held_out = split(examples)
    assert len(held_out) == HELD_OUT
    assert sorted(part + held_out, key=lambda e: int(e.text)) == examples
    assert split(examples) == (part, held_out)


def test_only_exact_spans_of_the_right_type_count() -> None:
    examples = [Example("이준호는 대구로 갔다", ((0, 3, "PS"), (5, 7, "LC")))]
    figures = score(examples, [[(0, 3, "PS"), (5, 7, "OG")]])
    assert figures.micro == pytest.approx(0.5)
    assert figures.by_type["PS"] == 1
    assert figures.by_type["LC"] == figures.by_type["OG"] == 0
    assert figures.macro == pytest.approx(1 / 6)


def test_a_perfect_reading_has_every_character_right() -> None:
    examples = [Example("이준호는 갔다", ((0, 3, "PS"),))]
    figures = score(examples, [[(0, 3, "PS")]])
    assert figures.char == pytest.approx(2 / 12)
    assert figures.micro == 1
