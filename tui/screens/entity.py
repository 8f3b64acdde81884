"""All that is known of one name: other names, roles, when it is spoken of, what it said, beside whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Sparkline, Static

from store.text import printable
from tui.locale import Words
from tui.screens.destination import Destination
from tui.screens.page import Page
from tui.widgets.line_view import LineView
from tui.widgets.statements import Statements

if TYPE_CHECKING:
    from store.archive.entities import EntityPage, Held
    from store.desk import Desk


class EntityScreen(Page):
    """One person, organisation, place, product or event; enter opens the article where it says something."""

    AUTO_FOCUS = "#said"
    DEFAULT_CSS = """
    EntityScreen {
        & #body { height: 1fr; layout: vertical; }
        & #known { height: auto; padding: 0 1; }
        & #known .part { max-height: 3; }
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
        self._desk, self._asked = desk, name

    def compose(self) -> ComposeResult:
        """Draw the frame with the name in it."""
        yield Static(printable(self._asked), id="about", markup=False)
        with Container(id="body"):
            with Vertical(id="known"):
                for part in ("names", "roles", "company"):
                    yield Static("", id=part, classes="part", markup=False)
                yield Sparkline(id="months")
                yield Static("", id="range", classes="caption", markup=False)
            said = Statements(self.words, "said")
            said.add_class("pane")
            said.border_title = self.words("entity.said")
            yield said
        yield self.keys()

    def on_mount(self) -> None:
        """Ask for everything."""
        self.fetch(self._ask, self._show)

    def _ask(self) -> tuple[EntityPage, dict[str, str]]:
        page = self._desk.entity(self._asked)
        articles = dict.fromkeys(said.article for said in page.said)
        return page, {article: self._desk.headline(article).title for article in articles}

    def _show(self, answer: tuple[EntityPage, Mapping[str, str]]) -> None:
        page, titles = answer
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
        caption = first if first == last else f"{first} – {last}"
        most = max((count for _, count in months), default=0)
        self.query_one("#range", Static).update(self.words("entity.months", months=caption, most=most))
        said = self.query_one(Statements)
        said.border_title = f"{self.words('entity.said')} {page.quotations}"
        said.show(page.said, titles)

    def _role(self, held: Held) -> str:
        when = held.first if held.first == held.last else f"{held.first} – {held.last}"
        return f"{' '.join(part for part in (held.organization, held.title) if part)} · {when}"

    def _tell(self, part: str, lines: list[str]) -> None:
        shown = self.query_one(f"#{part}", Static)
        shown.display = any(lines)
        text = printable("\n".join(lines), lines=True)
        shown.update(Content.assemble((self.words(f"entity.{part}"), "bold $primary"), f" {text}"))

    @on(LineView.Chosen, "#said")
    def _chosen(self, event: LineView.Chosen) -> None:
        said = self.query_one(Statements).statements[event.item]
        quotation = said.quotation
        self.dismiss(Destination(said.article, quotation, quotation.id))
