"""The frame that the desk has from its first moment: top line, panes, bottom line."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tui.actions import FOOTERS
from tui.locale import Words
from tui.terminal.whole_cells import WholeCompositor
from tui.widgets.headlines import HeadlineList
from tui.widgets.key_line import KeyLine
from tui.widgets.top_line import TopLine
from tui.widgets.tour_strip import TourStrip

PANES = ("headlines", "article", "entities", "cards")


class FrameScreen(Screen[None]):
    """Wide terminals show all panes, narrow ones the pane that has the focus."""

    AUTO_FOCUS = "#headlines"
    DEFAULT_CSS = """
    FrameScreen {
        layout: vertical; background: $background; color: $foreground;
        #panes { height: 1fr; }
        .pane { height: 1fr; border-top: solid $line; border-title-color: $muted; }
        .pane:focus { border-top: heavy $accent; border-title-color: $accent; border-title-style: bold; }
        #left, #middle, #right { width: 1fr; height: 100%; display: none; }
        &.-at-headlines #left, &.-at-article #middle, &.-at-entities #right, &.-at-cards #right {
            display: block;
        }
        #right { layout: horizontal; }
        #entities { width: 30; border-right: vkey $line; }
        #cards { width: 1fr; }
        &.-narrow.-at-entities #cards, &.-narrow.-at-cards #entities { display: none; }
        &.-narrow #entities { width: 1fr; border-right: none; }
        &.-medium {
            &.-at-headlines #middle, &.-at-entities #middle, &.-at-cards #middle, &.-at-article #right {
                display: block;
            }
            #left { width: 38; }
        }
        &.-wide { #left, #middle, #right { display: block; } #left { width: 38; } #facts { display: none; } }
        &.-medium, &.-wide {
            #right { width: 38; layout: vertical; }
            #entities { width: 100%; height: 38%; border-right: none; }
            #cards { width: 100%; height: 1fr; }
            #middle { border-left: vkey $line; }
            #right { border-left: vkey $line; }
        }
        &.-medium.-at-article #facts, &.-medium.-at-entities #facts, &.-medium.-at-cards #facts {
            display: none;
        }
    }
    """

    def __init__(self, words: Words, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(classes="-at-headlines")
        self._compositor = WholeCompositor()
        self.words = words
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Draw the frame."""
        yield TopLine(self.words("paper"), [self.words(f"pane.{name}") for name in PANES])
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield self._titled(HeadlineList(self.words, "headlines"))
            with Vertical(id="middle"):
                yield self._titled(self.pane_of("article"))
                yield from self.below_article()
            with Vertical(id="right"):
                yield self._titled(self.pane_of("entities"))
                yield self._titled(self.pane_of("cards"))
        yield TourStrip(self.words)
        yield KeyLine(self.words, FOOTERS["headlines"], self._keys)

    def pane_of(self, name: str) -> Widget:
        """Make a pane; here an empty one."""
        return Static(id=name)

    def below_article(self) -> ComposeResult:
        """Give what stands below the article."""
        yield from ()

    def _titled(self, pane: Widget) -> Widget:
        pane.add_class("pane")
        pane.border_title = self.words(f"pane.{pane.id}")
        return pane

    @property
    def headlines(self) -> HeadlineList:
        """The list on the left."""
        return self.query_one(HeadlineList)
