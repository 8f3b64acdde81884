"""The tag prompt: tags in one line, completed from those in use, the most used first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from store.model import SinmunError
from store.search.names import name_key
from store.text import printable
from tui.actions import bindings
from tui.drawing.ink import PieceLine
from tui.locale import Words
from tui.screens.dialogs.confirm import ConfirmScreen
from tui.screens.dialogs.dialog import Dialog
from tui.widgets.fields import Field
from tui.widgets.line_view import LineView
from tui.widgets.piece_list import PieceList

_TAG = re.compile(r'(-?)#*(?:"([^"]*)"?|([^\s,"]+))')
_LAST = re.compile(r'(?:^|(?<=[\s,]))(-?)#*(?:"([^"]*)|([^\s,"]*))$')


def split_tags(line: str) -> tuple[str, ...]:
    """Give the tags in a line, each once: apart by blanks or commas, one with blanks in quotation marks."""
    found = (sign + " ".join((quoted or bare).split()) for sign, quoted, bare in _TAG.findall(line))
    return tuple(dict.fromkeys(tag for tag in found if tag.strip("-#")))


def written(tag: str) -> str:
    """Give a tag as it is written in a line."""
    return f'"{tag}"' if re.search(r"[\s,]", tag) else tag


class TagScreen(Dialog[bool]):
    """Edits the tags of one place, or those that several get and lose; gives True when they were saved."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("editor", also=("complete",))
    DEFAULT_CSS = """
    TagScreen #will { height: auto; color: $secondary; padding: 0 1; }
    """

    def __init__(
        self,
        words: Words,
        quote: str,
        tags: Sequence[str],
        known: Sequence[tuple[str, int]],
        save: Callable[[tuple[str, ...]], None],
        hint: str = "",
    ) -> None:
        """``known`` are the tags in use with their counts; ``save`` raises SinmunError where it can't."""
        super().__init__(words)
        self._quote, self._tags, self._known, self._save = quote, tuple(tags), known, save
        self._hint = hint or words("tag.hint")
        self._spelled = {name_key(tag): tag for tag, _ in reversed(known)}

    def compose(self) -> ComposeResult:
        """Draw the place, the line and the tags in use."""
        with Vertical(classes="box") as box:
            box.border_title = self.words("tag.title")
            if self._quote:
                yield Static(printable(self._quote), classes="quote", markup=False)
            value = "".join(f"{written(tag)} " for tag in self._tags)
            yield Field(value, placeholder=self.words("tag.placeholder"), select_on_focus=False)
            yield Static("", id="will", markup=False)
            problem = Static("", classes="problem", markup=False)
            problem.display = False
            yield problem
            yield TagList(self.words, self._known)
            yield Static(self._hint, classes="hint", markup=False)
            yield self.keys("save", "complete", "leave")

    @property
    def _line(self) -> Input:
        return self.query_one(Input)

    def on_key(self, event: events.Key) -> None:
        """Move among the tags while typing; at the end of a word the right arrow completes it."""
        if not isinstance(self.focused, Input):
            return
        if event.key in ("up", "down"):
            event.stop()
            self.query_one(TagList).cursor += 1 if event.key == "down" else -1
        elif event.key == "right" and self._line.cursor_at_end and self._line.value[-1:].strip():
            event.stop()
            event.prevent_default()
            self.action_complete()

    @property
    def _tags_now(self) -> tuple[str, ...]:
        """The tags in the line, spelled as they are in use; words that are one tag in use are that one."""
        now: list[str] = []
        for tag in split_tags(self._line.value):
            both = self._spelled.get(name_key(now[-1] + tag), "") if now else ""
            if " " in both:
                now[-1] = both
            else:
                now.append(self._spelling(tag))
        return tuple(dict.fromkeys(now))

    def on_mount(self) -> None:
        """Say what stands in the line."""
        self._tell()

    def _tell(self) -> None:
        """Say which tags the line means: a blank parts them, which is easily overlooked."""
        tags = self._tags_now
        said = self.words("tag.will", n=len(tags)) if tags else self.words("tag.will_none")
        told = "  ".join(f"-#{tag[1:]}" if tag.startswith("-") else f"#{tag}" for tag in tags)
        self.query_one("#will", Static).update(printable(f"{said}  {told}"))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._tell()
        before = event.value[: self._line.cursor_position]
        found = _LAST.search(before)
        typed = (found[2] or found[3] or "") if found else ""
        taken = {name_key(tag.removeprefix("-")) for tag in split_tags(event.value)} - {name_key(typed)}
        self.query_one(TagList).narrow(typed, taken)

    def action_complete(self) -> None:
        """Put in the tag that is chosen in the list."""
        tag = self.query_one(TagList).tag
        before = self._line.value[: self._line.cursor_position]
        found = _LAST.search(before)
        if tag is None or found is None:
            return
        behind = self._line.value[self._line.cursor_position :]
        text = f"{before[: found.start()]}{found[1]}{written(tag)} "
        self._line.value = text + behind.lstrip()
        self._line.cursor_position = len(text)

    @on(LineView.Chosen)
    def _picked(self) -> None:
        self.action_complete()
        self._line.focus()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Put the tags away, spelled as they are in use, or say why that can't be done and stay."""
        try:
            self._save(self._tags_now)
        except SinmunError as error:
            problem = self.query_one(".problem", Static)
            problem.update(printable(self.words.error(error), lines=True))
            problem.display = True
        else:
            self.dismiss(True)

    def _spelling(self, tag: str) -> str:
        sign = "-" if tag.startswith("-") and self._spelled.get(name_key(tag)) is None else ""
        bare = tag.removeprefix(sign)
        own = {name_key(each): each for each in self._tags}
        return sign + (own.get(name_key(bare)) or self._spelled.get(name_key(bare)) or bare)

    def action_leave(self) -> None:
        """Close; ask first where what was typed would be lost."""
        if split_tags(self._line.value) == self._tags:
            self.dismiss(False)
            return

        def answered(throw_away: bool | None) -> None:
            if throw_away:
                self.dismiss(False)

        self.app.push_screen(ConfirmScreen(self.words, self.words("note.throw_away")), answered)


class TagList(PieceList):
    """The tags in use that what is typed begins, or stands in, the most used first."""

    OPENS_ON_CLICK = True
    DEFAULT_CSS = """
    TagList { height: auto; max-height: 7; background: $surface; }
    """

    def __init__(self, words: Words, known: Sequence[tuple[str, int]]) -> None:
        super().__init__("tags")
        self._words, self._known = words, known
        self._listed = list(known)

    def narrow(self, typed: str, taken: set[str]) -> None:
        """List the tags that have ``typed`` in them and are not ``taken``, those that begin so first."""
        wanted = name_key(typed)
        fitting = [
            each for each in self._known if wanted in name_key(each[0]) and name_key(each[0]) not in taken
        ]
        self._listed = sorted(fitting, key=lambda each: not name_key(each[0]).startswith(wanted))
        self.set_reactive(PieceList.cursor, 0)
        self.relayout()
        self.scroll_to(y=0, animate=False)

    @property
    def tag(self) -> str | None:
        """The tag under the cursor."""
        return self._listed[self.cursor][0] if self._listed else None

    def item_count(self) -> int:
        """How many tags are listed."""
        return len(self._listed)

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Give a tag with the number of its notes."""
        tag, count = self._listed[item]
        return [[(f" #{tag}", "tag"), (f"  {count:,}", "muted")]]

    def empty(self, width: int) -> list[PieceLine]:
        """Say that there is none yet, or none like it."""
        return [[(" " + self._words("tag.new" if self._known else "tag.none"), "muted")]]
