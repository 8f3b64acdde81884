"""What an undo or redo says: what was changed, on which words, in which article."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from store.model import EntityType, Status
from store.text import printable
from tui.drawing.cells import fit
from tui.locale import Words

if TYPE_CHECKING:
    from store.desk.turned import Turned

QUOTE = 24
"""As many cells of the words that a note stands on are told."""

SHELF = "shelf:"


def say_of(step: Turned, words: Words) -> str:
    """Say it in one line: ✓ 확인 · “서지훈 대표는 …” · the headline."""
    what = _judged(step.what, words) if step.annotations else _named(step.what, words)
    first = next(iter(step.annotations), None)
    quote = ""
    if first is not None and len(step.annotations) == 1 and first.selector is not None:
        quote = f"“{fit(printable(first.selector.exact), QUOTE, pad=False)}”"
    others = len({each.article for each in step.annotations}) - 1
    where = words("said.and_others", title=step.title, n=f"{others:,}") if others > 0 else step.title
    return " · ".join(part for part in (what, quote, where) if part)


def _judged(what: str, words: Words) -> str:
    """Say a verdict, with which a change of annotations may begin, in the interface's words."""
    verdict, _, rest = what.partition(" ")
    return f"{words(f'said.{verdict}')} {rest}".strip() if verdict and verdict in get_args(Status) else what


def _named(what: str, words: Words) -> str:
    """Say a shelf, or what a name was taken for, in the interface's words."""
    if what.startswith(SHELF):
        return words("listed.shelf", name=what.removeprefix(SHELF))
    name, _, kind = what.rpartition(": ")
    return f"{name}: {words(f'entity.one.{kind}')}" if kind in get_args(EntityType) else what
