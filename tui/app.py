"""The application: a desk on one archive, in one language, with one set of keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.screen import Screen

from store.model import Reading
from tui.actions import ACTIONS, BY_NAME, bindings, default_keys
from tui.errors import say
from tui.keymap import conflicts, load, strokes, with_jamo
from tui.locale import Words, language
from tui.reading_queue import ReadingQueue, Worker
from tui.screens.desk import DeskScreen
from tui.screens.help import HelpScreen
from tui.themes import DAY, NIGHT, default_theme
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from store.desk import Desk

POLL_SECONDS = 1.5


def run(desk: Desk, *, lang: str | None = None, samples: Path | None = None) -> None:
    """Open the desk on the terminal until the reader leaves; ``samples`` is offered to an empty archive."""
    from tui.input import whole_commits

    whole_commits()
    SinmunApp(desk, lang=lang, samples=samples).run()


def _worker() -> Worker:
    from store.worker import ReadingWorker

    return ReadingWorker()


class SinmunApp(App[None]):
    """A terminal desk for reading Korean news."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    TITLE = "신문"

    def __init__(
        self,
        desk: Desk,
        *,
        lang: str | None = None,
        samples: Path | None = None,
        worker: Callable[[], Worker] = _worker,
    ) -> None:
        super().__init__()
        self.desk = desk
        self.words = Words(language(lang))
        self._samples = samples
        self._keys, self._complaints = load(desk.home / "keymap.toml", default_keys())
        self._queue = ReadingQueue(desk, worker, self._arrived, self._failed)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (120, "-wide")]
        self.register_theme(NIGHT)
        self.register_theme(DAY)
        self.theme = default_theme()
        self.set_keymap({name: ",".join(with_jamo(keys)) for name, keys in self._keys.items()})

    def get_default_screen(self) -> Screen[None]:
        """Begin with the desk."""
        return DeskScreen(self.desk, self.words, self._keys, self._samples)

    @property
    def desk_screen(self) -> DeskScreen:
        """The desk, under whatever dialog is open."""
        screen = self.screen_stack[0]
        assert isinstance(screen, DeskScreen)
        return screen

    def on_mount(self) -> None:
        """Fill the desk after the first paint, then begin to read what is new."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.desk_screen.load()
        places = {action.name: action.place for action in ACTIONS}
        clashes = [
            self.words("keymap.clash", shared=key, one=one, other=other)
            for key, one, other in conflicts(self._keys, places)
        ]
        for notice in [*self.desk.notices, *self._complaints, *clashes]:
            say(self, notice, bad=True)
        self.run_worker(self._queue.run(), group="reading", exclusive=True)
        self.set_interval(POLL_SECONDS, self.desk_screen.poll)

    # Reading

    @on(DeskScreen.Wanted)
    def _wanted(self, event: DeskScreen.Wanted) -> None:
        self._queue.want(event.article_id)

    @on(DeskScreen.Came)
    def _came(self) -> None:
        self._queue.wake()

    def _arrived(self, reading: Reading) -> None:
        self.desk_screen.take(reading)

    def _failed(self, article_id: str, reason: str) -> None:
        self.desk_screen.not_read(article_id)
        say(self, self.words("said.not_read", reason=reason), bad=True)

    def on_unmount(self) -> None:
        """Let go of the reading process."""
        self._queue.close()

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Take a syllable that the input method composed of several keys for those keys."""
        typed = strokes(event.character or "")
        if len(typed) > 1:
            for jamo in typed:
                self.simulate_key(jamo)

    @on(KeyLine.Pressed)
    async def _pressed(self, event: KeyLine.Pressed) -> None:
        await self.action_perform(event.action)

    async def action_perform(self, name: str) -> None:
        """Do an action by its name, as if its key had been pressed on the desk."""
        action = BY_NAME[name]
        desk = self.desk_screen
        target = {"app": self, "desk": desk, "move": desk.focused or desk}.get(action.place, self.screen)
        await self.run_action(name, default_namespace=target)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every action of the desk in the palette, in the interface's language."""
        for action in ACTIONS:
            if action.place in ("desk", "app") and action.name != "command_palette":
                yield SystemCommand(
                    action.title(self.words.lang),
                    action.tip(self.words.lang),
                    lambda name=action.name: self.call_later(self.action_perform, name),
                )

    def action_command_palette(self) -> None:
        """Find an action by its name."""
        if not any(isinstance(screen, CommandPalette) for screen in self.screen_stack):
            self.push_screen(
                CommandPalette(placeholder=self.words("palette.placeholder"), id="--command-palette")
            )

    def action_help(self) -> None:
        """Show every action and its key."""
        self.push_screen(HelpScreen(self.words, self._keys))

    def action_theme(self) -> None:
        """Switch between light and dark."""
        self.theme = NIGHT.name if self.theme == DAY.name else DAY.name

    async def action_quit(self) -> None:
        """Leave."""
        self.exit()
