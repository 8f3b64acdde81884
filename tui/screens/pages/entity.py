"""All that is known of one name: other names, roles, when it is spoken of, what it said, its figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Sparkline, Static

from store.text import printable
from tui.actions import bindings
from tui.destination import Destination
from tui.errors import say, told
from tui.locale import Words
from tui.screens.pages.naming import Named, Naming
from tui.screens.pages.page import Page
from tui.widgets.figures import Figures
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView
from tui.widgets.statements import Statements

if TYPE_CHECKING:
    from store.archive.entities import EntityPage, Held
    from store.desk import Desk


KEYS = ("choose", "next_pane", "rename", "retype", "merge", "split", "down", "up", "close")


class EntityScreen(Page, Naming):
    """One person, organisation, place, product or event; enter opens the article at a statement or figure."""

    AUTO_FOCUS = "#said"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        also=("next_pane", "previous_pane", "rename", "retype", "merge", "split", "undo")
    )
    DEFAULT_CSS = """
    EntityScreen {
        & #body { height: 1fr; layout: vertical; }
        & #known { height: auto; padding: 0 1; }
        & #known .part { max-height: 3; }
        & #told { width: 1fr; height: 1fr; }
        & Sparkline { height: 1; max-width: 60; }
        & .caption { height: 1; color: $muted; }
        &.-medium, &.-wide {
            & #body { layout: horizontal; }
            & #known { width: 46; height: 100%; border-right: vkey $line; }
            & #known .part { max-height: 40%; margin-bottom: 1; }
            & Sparkline { height: 3; }
            & .caption { height: 2; }
        }
    }
    """

    def __init__(self, words: Words, desk: Desk, name: str) -> None:
        super().__init__(words)
        self.desk, self._asked = desk, name
        self._page: EntityPage | None = None
        self._before: list[str] = []
        """The names asked for before each correction made here."""

    def keys(self) -> KeyLine:
        """Make the bottom line."""
        return KeyLine(self.words, KEYS, {})

    def compose(self) -> ComposeResult:
        """Draw the frame with the name in it."""
        yield Static(printable(self._asked), id="about", markup=False)
        with Container(id="body"):
            with Vertical(id="known"):
                for part in ("names", "roles", "company"):
                    yield Static("", id=part, classes="part", markup=False)
                yield Sparkline(id="months")
                yield Static("", id="range", classes="caption", markup=False)
            with Vertical(id="told"):
                said, figures = Statements(self.words, "said"), Figures(self.words, "figures")
                said.border_title = self.words("entity.said")
                figures.display = False
                for shown in (said, figures):
                    shown.add_class("pane")
                    yield shown
        yield self.keys()

    def on_mount(self) -> None:
        """Ask for everything."""
        self._ask_for(self._asked)

    def _ask(self) -> tuple[EntityPage, dict[str, str]]:
        page = self.desk.entity(self._asked)
        said, figures = (each.article for each in page.said), (each.article for each in page.figures)
        articles = dict.fromkeys([*said, *figures])
        return page, {article: self.desk.headline(article).title for article in articles}

    def _show(self, answer: tuple[EntityPage, Mapping[str, str]]) -> None:
        page, titles = answer
        self._page = page
        self.query_one(KeyLine).offer(*(("undo",) if self._before else ()), *KEYS)
        counts = self.words("entity.counts", articles=page.articles, mentions=page.mentions)
        kind = self.words(f"entity.one.{page.type}")
        self.query_one("#about", Static).update(
            Content.assemble((printable(page.name), "bold $title"), (f"  {kind} · {counts}", "$muted"))
        )
        self._tell("names", [", ".join(page.names)] if page.names else [])
        self._tell("roles", [self._role(held) for held in page.roles])
        self._tell("company", [", ".join(f"{other.name}({other.articles:,})" for other in page.company)])
        months = page.months
        line = self.query_one(Sparkline)
        line.data = [float(count) for _, count in months]
        line.display = len(months) > 1
        first, last = (months[0][0], months[-1][0]) if months else ("", "")
        most = max((count for _, count in months), default=0)
        when = self.words("entity.months", months=f"{first} – {last}", most=most)
        self.query_one("#range", Static).update(
            when if first != last else self.words("entity.month", month=first)
        )
        said, figures = self.query_one(Statements), self.query_one(Figures)
        said.border_title = f"{self.words('entity.said')} {page.quotations:,}"
        figures.border_title = f"{self.words('entity.figures')} {len(page.figures):,}"
        said.show(page.said, titles)
        figures.show(page.figures, titles)
        figures.display = bool(page.figures)
        said.display = bool(page.said) or not page.figures
        if not said.display:
            figures.focus()

    def _role(self, held: Held) -> str:
        when = held.first if held.first == held.last else f"{held.first} – {held.last}"
        return f"{' '.join(part for part in (held.organization, held.title) if part)} · {when}"

    def _tell(self, part: str, lines: list[str]) -> None:
        shown = self.query_one(f"#{part}", Static)
        shown.display = any(lines)
        text = printable("\n".join(lines), lines=True)
        shown.update(Content.assemble((self.words(f"entity.{part}"), "bold $primary"), f" {text}"))

    @on(LineView.Chosen, "#figures")
    def _figure_chosen(self, event: LineView.Chosen) -> None:
        told = self.query_one(Figures).figures[event.item]
        self.dismiss(Destination(told.article, told.statistic, told.statistic.id))

    def named(self) -> Named | None:
        """Give the name that the page is about; those in its company may mean the same."""
        page = self._page
        if page is None:
            return None
        others = [(other.name, other.type) for other in page.company]
        return Named(page.name, page.type, page.names, others)

    def corrected(self, name: str) -> None:
        """Ask for all that is known under the corrected name."""
        self._before.append(self._asked)
        self._ask_for(name)

    def _ask_for(self, name: str) -> None:
        self._asked, self.loaded = name, False
        self.fetch(self._ask, self._show)

    def action_undo(self) -> None:
        """Take back the last correction made here."""
        if self._before:
            with told(self, self.words):
                self.desk.undo()
                self._ask_for(self._before.pop())
        else:
            say(self, self.words("said.nothing_undone"), bad=True)

    def action_next_pane(self) -> None:
        """To the other list."""
        self.focus_next()

    def action_previous_pane(self) -> None:
        """To the list before."""
        self.focus_previous()

    @on(LineView.Chosen, "#said")
    def _chosen(self, event: LineView.Chosen) -> None:
        said = self.query_one(Statements).statements[event.item]
        quotation = said.quotation
        self.dismiss(Destination(said.article, quotation, quotation.id))
