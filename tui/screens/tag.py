"""The tag prompt: tags in one line, those in use offered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.suggester import Suggester
from textual.widgets import Input, Static

from store.model import SinmunError
from store.text import printable
from tui.actions import bindings
from tui.locale import Words
from tui.screens.dialog import Dialog


def split_tags(line: str) -> tuple[str, ...]:
    """Give the tags in a line, each once: words apart by blanks or commas, a leading # left off."""
    words = (word.lstrip("#") for word in line.replace(",", " ").split())
    return tuple(dict.fromkeys(word for word in words if word))


class TagScreen(Dialog[bool]):
    """Edits the tags of one place; gives True when they were saved."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt")

    def __init__(
        self,
        words: Words,
        quote: str,
        tags: Sequence[str],
        known: Sequence[tuple[str, int]],
        save: Callable[[tuple[str, ...]], None],
    ) -> None:
        """``known`` are the tags in use with their counts; ``save`` raises SinmunError where it can't."""
        super().__init__(words)
        self._quote, self._tags, self._known, self._save = quote, tags, known, save

    def compose(self) -> ComposeResult:
        """Draw the place, the line and the tags in use."""
        with Vertical(classes="box") as box:
            box.border_title = self.words("tag.title")
            if self._quote:
                yield Static(printable(self._quote), classes="quote", markup=False)
            value = "".join(f"{tag} " for tag in self._tags)
            yield Input(
                value,
                placeholder=self.words("tag.placeholder"),
                suggester=LastWord([tag for tag, _ in self._known]),
                select_on_focus=False,
            )
            yield Static("", classes="problem", markup=False)
            known = "  ".join(f"#{tag} {count}" for tag, count in self._known[:30])
            yield Static(printable(known) or self.words("tag.none"), classes="hint", markup=False)
            yield Static(self.words("tag.hint"), classes="hint", markup=False)
            yield self.keys("close")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        try:
            self._save(split_tags(event.value))
        except SinmunError as error:
            self.query_one(".problem", Static).update(printable(self.words.error(error), lines=True))
            return
        self.dismiss(True)

    def action_close(self) -> None:
        """Leave the tags as they are."""
        self.dismiss(False)


class LastWord(Suggester):
    """Completes the word being typed from the tags in use."""

    def __init__(self, tags: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._tags = tags

    async def get_suggestion(self, value: str) -> str | None:
        """Give the whole line with its last word completed, or None."""
        before, word = value[: len(value) - len(value.split(" ")[-1])], value.split(" ")[-1]
        if not word:
            return None
        return next((before + tag for tag in self._tags if tag.startswith(word) and tag != word), None)
