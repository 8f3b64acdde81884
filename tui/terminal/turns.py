"""Keys and pastes one after the other, each when the one before has done what it does.

A field of Textual's takes letters at once, but what a key such as backspace is bound to is done only after
the key has gone through all that holds the field: of what comes in one piece, letters overtake such keys.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial

from textual import events, on
from textual.app import App
from textual.message import Message
from textual.timer import Timer

from tui.keymap import strokes

TURN_SECONDS = 0.25
"""How long a key may take before the next has its turn all the same."""

Typed = events.Key | events.Paste


class Taken(Message):
    """Follows a key or paste on its way through the desk: where it arrives, that one has done its work."""

    def __init__(self, event: Typed) -> None:
        super().__init__()
        self.event = event


class Turns:
    """Keys and pastes one after the other, each when the one before has done what it does."""

    def __init__(self) -> None:
        self.now: Typed | None = None
        self._waiting: deque[Typed] = deque()

    @property
    def waits(self) -> bool:
        """Whether any waits for its turn."""
        return bool(self._waiting)

    def begin(self, event: Typed, *, in_field: bool) -> bool:
        """Begin an event's turn; where another has its turn, keep it for later and tell so.

        What a field takes at once, ``in_field``, needs no turn where none has it.
        """
        if self.now is not None and self.now is not event:
            self._waiting.append(event)
            return False
        at_once = in_field and (isinstance(event, events.Paste) or event.is_printable)
        self.now = None if at_once and not self._waiting else event
        return True

    def put_before(self, event: Typed, parts: Sequence[Typed]) -> bool:
        """Give the next turns to what an event falls into, if it has its turn."""
        if event is self.now:
            self._waiting.extendleft(reversed(parts))
        return event is self.now

    def end(self, event: Typed) -> Typed | None:
        """End an event's turn, if it has it; give the one that is next."""
        if event is not self.now:
            return None
        self.now = self._waiting.popleft() if self._waiting else None
        return self.now


class TypedApp(App[None]):
    """An app in which what is typed has its turns, and a composed syllable is taken for its keys."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._turns = Turns()
        self._turns_timer: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        """Let keys and pastes have their turns."""
        if not isinstance(event, events.Key | events.Paste):
            await super().on_event(event)
        elif event.is_forwarded:
            await super().on_event(event)
            self._end_turn(event)
        elif self._turns.begin(event, in_field=self._in_field()):
            if isinstance(event, events.Paste):
                event.text = self._as_pasted(event.text)
            taker = self.focused or self.screen
            await super().on_event(event)
            if self._turns.now is event and not taker.post_message(Taken(event)):
                self._end_turn(event)
        elif self._turns_timer is None:
            self._turns_timer = self.set_timer(TURN_SECONDS, partial(self._watch_turns, self._turns.now))

    def _in_field(self) -> bool:
        from textual.widgets import Input, TextArea

        return isinstance(self.focused, Input | TextArea)

    def _as_pasted(self, text: str) -> str:
        """Lay the lines of what is pasted into a field side by side: Textual drops all but the first."""
        from textual.widgets import Input

        return " ".join(text.splitlines()) if isinstance(self.focused, Input) else text

    @on(Taken)
    def _taken(self, taken: Taken) -> None:
        self._end_turn(taken.event)

    def _end_turn(self, event: Typed) -> None:
        following = self._turns.end(event)
        if following is not None:
            self.post_message(following)

    def _watch_turns(self, before: Typed | None) -> None:
        """Go on where what had its turn got lost, with the dialog that it closed."""
        self._turns_timer = None
        if before is not None:
            self._end_turn(before)
        if self._turns.waits:
            self._turns_timer = self.set_timer(TURN_SECONDS, partial(self._watch_turns, self._turns.now))

    def on_key(self, event: events.Key) -> None:
        """Take a syllable that the input method composed of several keys for those keys.

        One that was typed while a dialog was opening belongs to the dialog's field, whole.
        """
        from textual.widgets import Input, TextArea

        if isinstance(self.focused, Input | TextArea):
            if event.is_printable and not getattr(self.focused, "read_only", False):
                self.focused.post_message(events.Key(event.key, event.character))
            return
        typed = strokes(event.character or "")
        parts = [events.Key(jamo, jamo) for jamo in typed if len(typed) > 1]
        if parts and not self._turns.put_before(event, parts):
            for part in parts:
                self.post_message(part)
