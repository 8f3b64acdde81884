"""The application: a desk on one archive, in one language, with one set of keys."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.actions import ActionParseResult
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.screen import Screen
from textual.theme import Theme

from tui.actions import ACTIONS, BY_NAME, Action, bindings, default_keys
from tui.drawing.themes import DAY, NIGHT, OWN_THEMES, WITHOUT_COLOUR, default_theme
from tui.keymap import label, load, settled, with_jamo
from tui.locale import Words, language
from tui.remembered import remember
from tui.screens.cover import CoverScreen
from tui.terminal.input import whole_commits
from tui.terminal.turns import TypedApp
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView
from tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from textual.driver import Driver

    from store.desk import Desk
    from tui.reading_queue import Worker
    from tui.screens.desk import DeskScreen


TELL_SECONDS = 0.2
PAINT_SECONDS = 0.02
"""How long the terminal is left alone to draw what is seen first."""


def run(
    open_desk: Callable[[Callable[[int, int], None]], Desk],
    *,
    home: Path | None = None,
    lang: str | None = None,
    samples: Path | None = None,
) -> None:
    """Show the desk that ``open_desk`` opens until the reader leaves, then close it.

    It is given what hears how many of how many articles are brought to this version.
    It is opened after the first paint, in a thread; what it raises is raised from here. The first paint shows
    what the archive in ``home`` has at a glance. ``samples`` are offered to an empty archive.
    """
    app = SinmunApp(lambda: open_desk(app.tell_migration), home=home, lang=lang, samples=samples)
    app.run()
    if app.desk is not None:
        app.desk.close()
    if app.failure is not None:
        raise app.failure


def _worker() -> Worker:
    from store.work.worker import ReadingWorker, processes_beside_a_screen

    return ReadingWorker(processes_beside_a_screen())


class SinmunApp(TypedApp):
    """A terminal desk for reading Korean news."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    TITLE = "신문"
    CSS = """
    Input:ansi { & > .input--cursor, & > .input--selection { text-style: reverse; } }
    """

    def __init__(
        self,
        open_desk: Callable[[], Desk],
        *,
        home: Path | None = None,
        lang: str | None = None,
        samples: Path | None = None,
        worker: Callable[[], Worker] = _worker,
    ) -> None:
        # Textual makes colours grey for NO_COLOR; with the terminal's own there are none at all.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.desk: Desk | None = None
        self._desk_screen: DeskScreen | None = None
        self.failure: Exception | None = None
        self.words = Words(language(lang))
        self._open_desk, self._samples, self._worker = open_desk, samples, worker
        self._told_at = 0.0
        self._home = home
        self._use_keys(default_keys())
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (120, "-wide")]
        self._complaints: list[str] = []
        self._begin_themes()

    def _begin_themes(self) -> None:
        """Take the theme that was chosen last, else the reader's own, else one that suits the terminal."""
        for theme in OWN_THEMES:
            self.register_theme(theme)
        remembered: object = None
        if self._home is not None:
            if (self._home / "theme.toml").is_file():
                from tui.drawing.own_theme import own_theme

                own, self._complaints = own_theme(self._home / "theme.toml", self.words)
                if own is not None:
                    self.register_theme(own)
                    remembered = own.name
            remembered = remember(self._home).get("theme", remembered)
        known = isinstance(remembered, str) and remembered in self.available_themes
        self.theme = str(remembered) if known else default_theme()

    def _keep_theme(self, theme: Theme) -> None:
        if self._home is not None:
            remember(self._home, theme=theme.name)

    def get_default_screen(self) -> Screen[None]:
        """Begin with what can be had at a glance."""
        return CoverScreen(self.words, self.action_keys, self._home)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Lend the desk's own colours to themes that know nothing of them."""
        own = (NIGHT if self.current_theme.dark else DAY).variables
        return {**own, **WITHOUT_COLOUR} if self.no_color else own

    def get_driver_class(self) -> type[Driver]:
        """Have what is typed arrive as it was meant, and a terminal that vanishes left in order."""
        driver = super().get_driver_class()
        if driver.__module__ == "textual.drivers.linux_driver":
            from tui.terminal.driver import TerminalDriver

            return TerminalDriver
        whole_commits(driver)
        return driver

    @property
    def desk_screen(self) -> DeskScreen | None:
        """The desk, under whatever dialog is open; None while it is being opened."""
        return self._desk_screen

    def on_mount(self) -> None:
        """Open the archive after the first paint, where it holds nothing up."""
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.call_after_refresh(self.set_timer, PAINT_SECONDS, self._open_in_a_thread)

    def _open_in_a_thread(self) -> None:
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        self.run_worker(self._open, thread=True)

    def _open(self) -> None:
        from store.model import SinmunError
        from tui.screens.desk import DeskScreen

        try:
            desk = self._open_desk()
        except SinmunError as error:
            self.failure = error
            self.call_from_thread(self.exit)
            return
        self.desk = desk
        keys, complaints = load(desk.home / "keymap.toml", default_keys())
        complaints = [*self._complaints, *complaints]
        screen = DeskScreen(desk, self.words, keys, self._worker, self._samples, complaints)
        places = {action.name: action.place for action in ACTIONS}
        self.call_from_thread(self._show, screen, settled(keys, default_keys(), places))

    def tell_migration(self, done: int, total: int) -> None:
        """Show, from the thread that opens the archive, how far it has been brought to this version."""
        if monotonic() - self._told_at > TELL_SECONDS:
            self._told_at = monotonic()
            self.call_from_thread(self._tell_migration, done, total)

    def _tell_migration(self, done: int, total: int) -> None:
        cover = self.screen_stack[0]
        if isinstance(cover, CoverScreen):
            cover.tell(self.words("opening.migrating", n=done, total=total))

    def _use_keys(self, keys: dict[str, tuple[str, ...]]) -> None:
        self.action_keys = keys
        self.words.keys = {name: label(chosen[0]) for name, chosen in keys.items()}

    def _show(self, screen: DeskScreen, keys: dict[str, tuple[str, ...]]) -> None:
        self._use_keys(keys)
        # Textual lays a keymap over all bindings at every key press: only what the reader changed goes in.
        own = default_keys()
        self.set_keymap(
            {name: ",".join(with_jamo(chosen)) for name, chosen in keys.items() if chosen != own[name]}
        )
        cover = self.screen_stack[0]
        if isinstance(cover, CoverScreen):
            screen.begin_at(cover.row)
        self.push_screen(screen)
        self._desk_screen = screen

    # Actions

    @on(KeyLine.Pressed)
    async def _pressed(self, event: KeyLine.Pressed) -> None:
        await self.action_perform(event.action)

    async def action_perform(self, name: str) -> None:
        """Do an action by its name, as if its key had been pressed where one is."""
        await self.run_action(name, default_namespace=self._doer(BY_NAME[name], self.screen))

    def actions_on(self, screen: Screen[object]) -> list[Action]:
        """Give the actions that can be done on a screen."""
        return [action for action in ACTIONS if hasattr(self._doer(action, screen), f"action_{action.name}")]

    def _doer(self, action: Action, screen: Screen[object]) -> DOMNode:
        """Give what does an action on a screen: a list or text, the line of a query, else the screen."""
        if action.place == "app":
            return screen if hasattr(screen, f"action_{action.name}") else self
        if action.place == "move" and isinstance(screen.focused, LineView):
            return screen.focused
        part = {"move": "LineView", "query": "QueryLine"}.get(action.place)
        return screen.query(part).first() if part and screen.query(part) else screen

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer what can be done on a screen in the palette, in the interface's language, with its keys."""
        for action in self.actions_on(screen):
            if action.name != "command_palette":
                keys = " ".join(map(label, self.action_keys[action.name]))
                yield SystemCommand(
                    action.title(self.words.lang),
                    f"{keys} · {action.tip(self.words.lang)}",
                    lambda name=action.name: self.call_later(self.action_perform, name),
                )

    def action_command_palette(self) -> None:
        """Find an action by its name."""
        from tui.screens.dialogs.palette import Palette

        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette(placeholder=self.words("palette.placeholder"), id="--command-palette"))

    def action_help(self) -> None:
        """Show what can be done here, then every action and its key; one that is chosen there is done."""
        from tui.screens.dialogs.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            return
        here = [name for line in self.screen.query(KeyLine) for name in line.names]
        can = [action.name for action in self.actions_on(self.screen)]

        def chosen(name: str | None) -> None:
            if name is None:
                return
            if name in can:
                self.call_later(self.action_perform, name)
            else:
                self.notify(self.words("said.not_here"), severity="warning", markup=False)

        self.push_screen(HelpScreen(self.words, self.action_keys, here), chosen)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do an action; the tour notices what was done."""
        done = await super().run_action(action, default_namespace, namespaces)
        if done and self.desk_screen is not None and isinstance(action, str):
            self.desk_screen.toured(action.rpartition(".")[2].partition("(")[0])
        return done

    def action_tour(self) -> None:
        """Begin the tour, or leave it."""
        if self.desk_screen is not None:
            self.desk_screen.turn_tour()

    def action_jump(self) -> None:
        """Put letters on everything in sight."""
        from tui.screens.dialogs.jump import JumpScreen, Place, places

        def jump(place: Place | None) -> None:
            if place is None:
                return
            if isinstance(place.view, TopLine):
                place.view.post_message(TopLine.Pressed(place.item))
            else:
                place.view.focus()
                place.view.cursor = place.item

        found = places(self.screen)
        if found:
            self.push_screen(JumpScreen(self.words, found), jump)

    def action_theme(self) -> None:
        """Switch between light and dark."""
        self.theme = DAY.name if self.current_theme.dark else NIGHT.name

    def action_themes(self) -> None:
        """Choose among all themes."""
        from tui.screens.dialogs.choose import Choice, ChooseScreen

        def chosen(name: str | None) -> None:
            if name is not None:
                self.theme = name

        names = sorted(self.available_themes, key=lambda name: (not name.startswith("sinmun-"), name))
        names.sort(key=lambda name: name != self.theme)
        choices = [Choice(name, self.words.get(f"theme.{name}", name)) for name in names]
        self.push_screen(ChooseScreen(self.words, self.words("themes.title"), "", choices), chosen)

    def action_help_quit(self) -> None:
        """Say how to leave, where ctrl+c was pressed."""
        self.notify(self.words("said.how_to_quit"), markup=False)

    async def action_quit(self) -> None:
        """Leave."""
        self.exit()
