"""The versions of one story: what each adds or drops beside the first, and their claims lined up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from store.text import printable
from tui.locale import Words
from tui.screens.pages.page import Page
from tui.telling.differences import labels
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView
from tui.widgets.story_lists import ClaimList, VersionList, changes, whole

if TYPE_CHECKING:
    from store.comparison.versions import StoryComparison
    from store.desk import Desk
    from store.model import Article


class StoryScreen(Page):
    """Versions side by side where there is room, else one below the other; enter opens the place."""

    AUTO_FOCUS = "#claims"
    DEFAULT_CSS = """
    StoryScreen {
        & #versions { height: 1fr; overflow-y: auto; scrollbar-size-vertical: 1; layout: vertical; }
        & VersionList { height: auto; max-height: 70%; }
        &.-wide VersionList { height: 1fr; max-height: 100%; }
        &.-wide #versions { layout: grid; grid-size: 2; grid-gutter: 0 1; }
        &.-wide #versions.-many { grid-rows: 12; }
    }
    """

    def __init__(self, words: Words, desk: Desk, article: str) -> None:
        super().__init__(words)
        self._desk, self._asked = desk, article

    def compose(self) -> ComposeResult:
        """Draw the frame."""
        yield Static(self.words("empty.reading"), id="about", markup=False)
        yield Container(id="versions")
        claims = ClaimList(self.words, "claims")
        claims.add_class("pane")
        claims.border_title = self.words("story.claims")
        yield claims
        yield self.keys()

    def keys(self) -> KeyLine:
        """Make the bottom line."""
        return KeyLine(self.words, ("choose", "next_pane", "down", "up", "close"), {})

    def on_mount(self) -> None:
        """Ask for the comparison."""
        self.fetch(self._ask, self._show)

    def _ask(self) -> tuple[StoryComparison, list[Article]]:
        comparison = self._desk.compare_story(self._asked)
        return comparison, [self._desk.article(version.article) for version in comparison.versions]

    def _show(self, answer: tuple[StoryComparison, list[Article]]) -> None:
        comparison, articles = answer
        names = labels(articles)
        first = articles[0]
        self.query_one("#about", Static).update(
            Content.assemble(
                (printable(first.title), "bold $title"),
                (f"  {self._how_many(comparison)}", "$muted"),
            )
        )
        lists: list[VersionList] = []
        for article, version in zip(articles, comparison.versions, strict=True):
            passages = whole(article) if article is first else changes(article, version, first.id)
            shown = VersionList(self.words, passages)
            shown.add_class("pane")
            counts = f" · +{len(version.added)} ~{len(version.reworded)} −{len(version.dropped)}"
            told = self.words("story.first") if article is first else counts
            shown.border_title = Content(f"{names[article.id]}{told}")
            lists.append(shown)
        versions = self.query_one("#versions", Container)
        versions.set_class(len(lists) > 2, "-many")
        versions.mount(*lists)
        self.query_one(ClaimList).show(comparison, names)

    def _how_many(self, comparison: StoryComparison) -> str:
        shown = len(comparison.versions)
        if comparison.left:
            return self.words("story.versions_of", n=shown, total=shown + comparison.left)
        return self.words("story.versions", n=shown)

    def action_next_pane(self) -> None:
        """To the next version, or to the claims."""
        self.focus_next()

    @on(LineView.Chosen)
    def _chosen(self, event: LineView.Chosen) -> None:
        view = event.view
        if isinstance(view, ClaimList):
            self.dismiss(view.there(event.item))
        elif isinstance(view, VersionList):
            self.dismiss(view.passages[event.item].there)
