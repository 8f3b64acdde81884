import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.text import printable
from tui.drawing.cells import fit, wrap

korean = st.text(st.sampled_from("가나다 한글은,.“”(a1·△漢😀e\u0301 "), max_size=200)
texts = st.one_of(korean, st.text(max_size=200)).map(printable)
widths = st.integers(2, 100)


@given(texts, widths)
def test_lines_fit_and_give_the_text_back(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join(text[start:end] for start, end in lines) == text
    assert all(cell_len(text[start:end].rstrip(" ")) <= width for start, end in lines)


@given(texts, widths)
def test_a_word_that_fits_a_line_is_never_broken(text: str, width: int) -> None:
    inside = {start for start, _ in wrap(text, width)[1:] if text[start - 1] != " " and text[start] != " "}
    offset = 0
    for word in text.split(" "):
        if cell_len(word) <= width:
            assert not inside & set(range(offset + 1, offset + len(word)))
        offset += len(word) + 1


@given(texts, st.integers(0, 60))
def test_fit_fills_its_column(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width
    assert cell_len(fit(text, width, pad=False)) <= width


def test_korean_breaks_at_spaces() -> None:
    text = "새 공장은 내년 봄에 문을 연다"
    assert [text[a:b] for a, b in wrap(text, 13)] == ["새 공장은 ", "내년 봄에 ", "문을 연다"]


def test_a_long_run_is_broken_by_cells_and_not_before_a_closing_sign() -> None:
    text = "가나다라마바사”아자"
    assert [text[a:b] for a, b in wrap(text, 14)] == ["가나다라마바", "사”아자"]


def test_an_opening_sign_is_not_left_behind() -> None:
    text = "가나다라마바“사아자"
    assert [text[a:b] for a, b in wrap(text, 13)] == ["가나다라마바", "“사아자"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("가나 다라 마바 .", ["가나 다라 ", "마바 ."]),
        ("가나 다라 “ 마바", ["가나 다라 ", "“ 마바"]),
        ("가나 다라 마바 ”", ["가나 다라 ", "마바 ”"]),
        ("가나다라마바 .", ["가나다라마바 ", "."]),
    ],
)
def test_a_sign_apart_takes_the_word_before_it_along(text: str, lines: list[str]) -> None:
    assert [text[a:b] for a, b in wrap(text, 12)] == lines


def test_what_is_cut_says_so() -> None:
    assert fit("한빛전자 흑자", 7) == "한빛전…"
    assert fit("한빛", 6) == "한빛  "
