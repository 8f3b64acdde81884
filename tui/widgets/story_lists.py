"""A story's versions and the claims they make: what each adds or drops, who agrees with whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from store.comparison.versions import Line, StoryComparison, Version
from store.model import Article, Span
from store.text import printable
from tui.destination import Destination
from tui.drawing.cells import wrap
from tui.drawing.ink import PieceLine
from tui.locale import Words
from tui.telling.card_text import heading
from tui.telling.differences import claimed
from tui.widgets.piece_list import PieceList, said

VERDICTS = {"differ": ("≠", "warn"), "agree": ("=", "good"), "only": ("·", "muted")}
"""The sign and style of each verdict, in the order in which they are listed."""


class Passage(NamedTuple):
    """A run of words with the sign of what became of it, and where it stands."""

    sign: str
    style: str
    text: str
    there: Destination


def whole(article: Article) -> list[Passage]:
    """Give an article's own words, block by block."""
    return [
        Passage(
            " ",
            "title" if block.role == "title" else "",
            block.text,
            Destination(article.id, Span(block.text, number, 0, len(block.text))),
        )
        for number, block in enumerate(article.blocks)
        if block.role in ("title", "deck", "paragraph")
    ]


def changes(article: Article, version: Version, first: str) -> list[Passage]:
    """Give what a version has otherwise than the ``first`` one: what it adds, rewords and drops."""
    title = next((passage for passage in whole(article) if passage.style == "title"), None)
    return [
        *([title] if title else []),
        *(Passage("+", "good", span.text, Destination(article.id, span)) for span in version.added),
        *(
            Passage("~", "warn", f"{was.text} → {now.text}", Destination(article.id, now))
            for was, now in version.reworded
        ),
        *(Passage("−", "bad", span.text, Destination(first, span)) for span in version.dropped),
    ]


class VersionList(PieceList):
    """One version of a story."""

    DEFAULT_CSS = """
    VersionList { width: 1fr; }
    """

    def __init__(self, words: Words, passages: Sequence[Passage]) -> None:
        super().__init__()
        self._words = words
        self.passages = passages
        self.rests = False

    def item_count(self) -> int:
        """How many passages there are."""
        return len(self.passages)

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Give a passage with its sign."""
        passage = self.passages[item]
        return _lines(f" {passage.sign} ", passage.style, passage.text, width)

    def empty(self, width: int) -> list[PieceLine]:
        """Say that it is the same."""
        return said(self._words("empty.same"), width)


class ClaimList(PieceList):
    """The claims of all versions lined up: those that differ first, then what all say, then the rest."""

    DEFAULT_CSS = """
    ClaimList { width: 100%; height: 1fr; }
    """

    def __init__(self, words: Words, name: str) -> None:
        super().__init__(name)
        self._words = words
        self._names: Mapping[str, str] = {}
        self.claims: list[Line] = []

    def show(self, comparison: StoryComparison, names: Mapping[str, str]) -> None:
        """List the claims; ``names`` are those of the versions."""
        order = list(VERDICTS)
        self.claims = sorted(comparison.lines, key=lambda line: order.index(line.verdict))
        self._names = names
        self.relayout()

    def there(self, item: int) -> Destination:
        """Give where the first version that makes a claim makes it."""
        article, fact = self.claims[item].claims[0]
        return Destination(article, fact, fact.id)

    def item_count(self) -> int:
        """How many claims there are."""
        return len(self.claims)

    def heading(self, item: int, width: int) -> list[PieceLine]:
        """Give the verdict above the first claim of its kind."""
        verdict = self.claims[item].verdict
        if item and self.claims[item - 1].verdict == verdict:
            return []
        count = sum(1 for line in self.claims if line.verdict == verdict)
        return [[(f" {self._words(f'story.{verdict}')}", "heading"), (f" {count}", "muted")]]

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Give a claim and who makes it; where they differ, what each says."""
        line = self.claims[item]
        sign, style = VERDICTS[line.verdict]
        _, fact = line.claims[0]
        if line.verdict != "differ":
            tellers = dict.fromkeys(self._names[article] for article, _ in line.claims)
            return [
                [
                    (f" {sign} ", style),
                    (heading(fact, self._words), ""),
                    ("  " + ", ".join(tellers), "muted"),
                ]
            ]
        return [
            part
            for number, (value, who) in enumerate(self._values(line))
            for part in _lines(
                f" {' ' if number else sign} ", "" if number else style, f"{value}  ← {who}", width
            )
        ]

    def _values(self, line: Line) -> Iterator[tuple[str, str]]:
        tellers: dict[str, list[str]] = {}
        for article, fact in line.claims:
            measure = getattr(fact, "measure", None)
            value = claimed(fact, self._words)
            if fact.kind == "quotation":
                value += f" · {fact.text}"
            tellers.setdefault(f"{value} · {measure}" if measure else value, []).append(self._names[article])
        for value, names in tellers.items():
            yield value, ", ".join(dict.fromkeys(names))

    def empty(self, width: int) -> list[PieceLine]:
        """Say why there is nothing."""
        return said(self._words("empty.claims"), width)


def _lines(lead: str, style: str, text: str, width: int) -> list[PieceLine]:
    shown = printable(text)
    plain = "" if lead.strip() else style
    parts = [shown[slice(*part)].rstrip(" ") for part in wrap(shown, max(width - 5, 4))]
    return [[(lead if not at else "   ", style), (part, plain)] for at, part in enumerate(parts)]
