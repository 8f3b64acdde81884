"""A short quote among the words around it, for the width there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.model import Selector
from store.notebook.anchors import selector_at
from tui.telling.context import in_context

TEXT = "도서관이 다시 열린다\n지난해 책을 늦게 돌려준 시민은 모두 4200명으로 한 해 전보다 줄었다. 끝."
START = TEXT.index("4200명")


def told(width: int) -> str:
    before, quote, behind = in_context(selector_at(TEXT, START, START + 5), width)
    return f"{before}[{quote}]{behind}"


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (90, "지난해 책을 늦게 돌려준 시민은 모두 [4200명]으로 한 해 전보다 줄었다. 끝."),
        (40, "…시민은 모두 [4200명]으로 한 해 전보…"),
        (12, "[4200명]"),
    ],
)
def test_the_words_around_it_are_those_of_its_paragraph(width: int, shown: str) -> None:
    assert told(width) == shown


@given(st.text(max_size=60), st.text(min_size=1, max_size=60), st.text(max_size=60), st.integers(4, 120))
def test_it_never_takes_more_room(prefix: str, exact: str, suffix: str, width: int) -> None:
    parts = in_context(Selector(exact, prefix, suffix, len(prefix) + 5, 0), width)
    assert cell_len("".join(parts)) <= width
    assert "\n" not in "".join(parts)
