"""The article: its words as they stand, names underlined, facts marked, a cursor over sentences and facts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from store.model import Annotation, AnyFact, Article, Reading, Span
from tui.drawing.cells import wrap
from tui.drawing.marks import NOTED, SIGNS, VERDICTS, Mark, signs_of
from tui.locale import Words
from tui.places import PlacedNotes, Spot
from tui.widgets.article_rows import MEASURE, Row, rows
from tui.widgets.article_units import Unit, nearest, units
from tui.widgets.line_view import LineView

GUTTER = 5


class Found(NamedTuple):
    """A place that was searched for: words, or a fact where its id is given."""

    span: Span
    fact: str = ""


class ArticleView(LineView):
    """One article; an item is a unit (a sentence or a fact)."""

    DEFAULT_CSS = """
    ArticleView { width: 100%; height: 100%; }
    """

    def __init__(self, words: Words, name: str | None = None) -> None:
        super().__init__(name)
        self._words = words
        self._article: Article | None = None
        self._reading: Reading | None = None
        self._rows: list[Row] = []
        self._units: list[Unit] = []
        self._marks: dict[int, list[Mark]] = {}
        self._noted: Mapping[str, Annotation] = {}
        self._beside: Mapping[Spot, Annotation] = {}
        self._spots: list[tuple[int, int, int]] = []
        self._mention: Span | None = None
        self._matches: list[Span] = []
        self._found: list[Found] = []
        self._orphans: list[Annotation] = []
        self._remark = ""
        self.unfolded = False

    # What is shown

    def show(
        self, article: Article, reading: Reading | None, *, at: Span | None = None, remark: str = ""
    ) -> None:
        """Show an article from its beginning, or with the cursor at ``at``; ``remark`` is said of it."""
        self._remark = remark
        self._article, self._mention, self.unfolded = article, None, False
        self._noted, self._beside, self._orphans, self._matches, self._found = {}, {}, [], [], []
        self.set_reactive(LineView.cursor, 0)
        self._read(reading)
        self.relayout()
        self.scroll_to(y=0, animate=False)
        if at is not None:
            self.go_to(at)

    def update_reading(self, reading: Reading) -> None:
        """Put in what has been read meanwhile; the cursor stays where it stands."""
        here, foreign = self.unit, self._foreign()
        self._read(reading)
        if here is not None:
            self.set_reactive(LineView.cursor, nearest(self._units, here.span))
        if self._foreign() != foreign:
            self.relayout()
        self.redraw()
        self.post_message(self.Moved(self, self.cursor))

    def _read(self, reading: Reading | None) -> None:
        self._reading = reading
        self._units = units(self._article, reading) if self._article is not None else []
        marks: dict[int, list[Mark]] = {}
        for entity in reading.entities if reading else ():
            for span in entity.mentions:
                marks.setdefault(span.block, []).append(Mark(span.start, span.end, "entity"))
        for fact in reading.facts if reading else ():
            marks.setdefault(fact.block, []).append(Mark(fact.start, fact.end, "fact", fact.id, fact.kind))
        self._marks = marks

    def note(self, notes: PlacedNotes) -> None:
        """Show the signs of notes and verdicts in the gutter, and below what has lost its place."""
        orphans = notes.orphans
        self._noted, self._beside = notes.by_fact, notes.beside
        if orphans != self._orphans:
            self._orphans = orphans
            self.relayout()
        self.redraw()

    def unfold(self, unfolded: bool) -> None:
        """Show or fold the repeats, the cursor where it was."""
        self.unfolded = unfolded
        self.relayout()

    @property
    def article(self) -> Article | None:
        """The article that is shown."""
        return self._article

    @property
    def unit(self) -> Unit | None:
        """The sentence or fact under the cursor."""
        return self._units[self.cursor] if self.cursor < len(self._units) else None

    @property
    def fact(self) -> AnyFact | None:
        """The fact under the cursor."""
        return self.unit.fact if self.unit else None

    def go_to(self, span: Span, *, mention: bool = False) -> None:
        """Bring the cursor to what stands at ``span``; with ``mention`` the words themselves light up."""
        self.cursor = nearest(self._units, span)
        self._mention = span if mention else None
        self.redraw()
        self._show_span(span)

    def go_to_fact(self, fact_id: str) -> None:
        """Bring the cursor to a fact."""
        for index, unit in enumerate(self._units):
            if unit.fact is not None and unit.fact.id == fact_id:
                self.cursor = index
                return

    def find(self, pattern: re.Pattern[str] | None, facts: Sequence[AnyFact] = ()) -> None:
        """Mark all that matches; what is gone through are ``facts`` where there are any."""
        blocks = self._article.blocks if self._article is not None and pattern is not None else ()
        self._matches = [
            Span(match.group(), index, *match.span())
            for index, block in enumerate(blocks)
            for match in (pattern.finditer(block.text) if pattern is not None else ())
        ]
        asked = [Found(Span(fact.text, fact.block, fact.start, fact.end), fact.id) for fact in facts]
        self._found = asked or [Found(span) for span in self._matches]
        self.redraw()

    @property
    def found(self) -> tuple[int, int]:
        """Which of what was found is lit up, from 1 on, 0 for none; and how much there is."""
        fact, lit = self.fact.id if self.fact else "", self._mention
        is_here = ((each.fact == fact if each.fact else each.span == lit) for each in self._found)
        return next((at for at, here in enumerate(is_here, 1) if here), 0), len(self._found)

    @property
    def finds_facts(self) -> bool:
        """Whether what was found are facts, not words."""
        return any(each.fact for each in self._found)

    def step_found(self, step: int) -> None:
        """To the next (1) or previous (-1) of what was found, round and round."""
        if not self._found:
            return
        number, total = self.found
        if number:
            there = number - 1 + step
        else:
            here = self.unit.span if self.unit else self._found[0].span
            places = [(each.span.block, each.span.start) for each in self._found]
            there = bisect_left(places, (here.block, here.start)) - (step < 0)
        self._go_to_found(self._found[there % total])

    def go_to_first_found(self) -> None:
        """To the first of what was found, if there is any."""
        if self._found:
            self._go_to_found(self._found[0])

    def _go_to_found(self, found: Found) -> None:
        if found.fact:
            self.go_to_fact(found.fact)
        else:
            self.go_to(found.span, mention=True)

    def step_fact(self, step: int) -> None:
        """To the next (1) or previous (-1) fact."""
        there = self.cursor + step
        while 0 <= there < len(self._units):
            if self._units[there].fact is not None:
                self.cursor = there
                return
            there += step

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the unit's words anew, wherever they stand; the words that were lit up go out."""
        self._mention = None
        self._strips.clear()
        super().watch_cursor(old, new)

    # Lines

    def item_count(self) -> int:
        """How many units there are."""
        return len(self._units)

    def lay_out(self, width: int) -> int:
        """Break the article for the pane, lines no wider than is comfortable."""
        if self._article is None:
            told = self._words("empty.article")
            lines = ["", *(told[start:end] for start, end in wrap(told, max(2, width - GUTTER - 1)))]
            self._rows = [Row("about", -1, 0, 0, line) for line in lines]
            self._margin = 0
            return len(self._rows)
        self._measure = min(width - GUTTER - 1, MEASURE)
        self._margin = max(0, (width - GUTTER - self._measure) // 2)
        self._rows = rows(
            self._article,
            self._measure,
            self._words,
            unfolded=self.unfolded,
            orphans=self._orphans,
            remark=" · ".join(filter(None, [self._foreign(), self._remark])),
        )
        self._spots = [(row.block, row.start, line) for line, row in enumerate(self._rows) if row.block >= 0]
        return len(self._rows)

    def _foreign(self) -> str:
        """Say of an article that is not Korean what was read in it."""
        if self._reading is None or self._reading.language == "ko":
            return ""
        return self._words("article.english" if self._reading.language == "en" else "article.foreign")

    def _line_of(self, block: int, offset: int) -> int:
        spot = bisect_right(self._spots, (block, offset, len(self._rows))) - 1
        return self._spots[spot][2] if spot >= 0 else 0

    def item_lines(self, item: int) -> range:
        """Which lines a unit's words stand in."""
        if item >= len(self._units) or not self._rows:
            return range(0)
        span = self._units[item].span
        return range(
            self._line_of(span.block, span.start),
            self._line_of(span.block, max(span.start, span.end - 1)) + 1,
        )

    def column_of(self, item: int) -> int:
        """Give the column where a unit's first word stands."""
        span = self._units[item].span
        row = self._rows[self._line_of(span.block, span.start)]
        return self._margin + GUTTER + cell_len(row.lead + row.text[: span.start - row.start])

    def item_at(self, line: int) -> int | None:
        """Which unit begins in a line, or stands in it."""
        if not self._units or not self._rows:
            return None
        line = min(line, len(self._rows) - 1)
        while line and self._rows[line].block < 0:
            line -= 1
        row = self._rows[line]
        for index, unit in enumerate(self._units):
            if unit.span.block == row.block and row.start <= unit.span.start < max(row.end, row.start + 1):
                return index
        return nearest(self._units, Span("", row.block, row.start, row.end))

    def _show_span(self, span: Span) -> None:
        line = self._line_of(span.block, span.start)
        top, height = self.scroll_offset.y, self.size.height
        if not top <= line < top + height:
            self.scroll_to(y=max(0, line - height // 3), animate=False)

    def selection_lines(self) -> range:
        """The cursor is drawn by words here, not by lines."""
        return range(0)

    def paint(self, line: int, width: int) -> Iterable[Segment]:
        """Draw a row: the gutter with its signs, then the words with what is marked in them."""
        row = self._rows[line]
        yield Segment(" " * self._margin)
        yield from self._gutter(line, row)
        base = self._base(row)
        if row.lead:
            yield Segment(row.lead, self.style_of("muted"))
        if row.block < 0:
            yield Segment(row.text, base)
        else:
            yield from self._words_of(row, base)

    def _base(self, row: Row) -> Style:
        names = {
            "title": "title", "deck": "deck", "caption": "muted", "byline": "muted", "dateline": "muted",
            "about": "muted", "reason": "warn", "repeat": "repeat",
        }  # fmt: skip
        return self.style_of(names.get(row.kind, ""))

    def _gutter(self, line: int, row: Row) -> Iterable[Segment]:
        here = row.block >= 0 and self.unit is not None and line in self.item_lines(self.cursor)
        yield Segment("▌" if here else " ", self.style_of("accent" if self.has_focus else "muted"))
        begun = [
            mark for mark in self._marks.get(row.block, ()) if mark.fact and row.start <= mark.start < row.end
        ]
        fact = max(begun, key=self._telling) if begun else None
        signs = signs_of(self._noted.get(fact.fact)) if fact else "  "
        beside = any(
            block == row.block and row.start <= offset < max(row.end, 1) for block, offset in self._beside
        )
        if signs == "  " and (beside or len(begun) > 1):
            signs = f" {NOTED}" if beside else "⁺ "
        elif signs[1] == " " and (beside or len(begun) > 1):
            signs = f"{signs[0]}⁺"
        yield Segment(SIGNS[fact.kind], self.style_of(fact.kind)) if fact else Segment(" ")
        for sign in signs:
            yield Segment(sign, self.style_of(VERDICTS.get(sign, "muted")))
        yield Segment(" ")

    def _telling(self, mark: Mark) -> tuple[bool, bool, int, int]:
        """Rank the facts that begin in a row: under the cursor, with a note, the first, the longest."""
        current = self.fact is not None and self.fact.id == mark.fact
        return current, mark.fact in self._noted, -mark.start, mark.end

    def _words_of(self, row: Row, base: Style) -> Iterable[Segment]:
        marks = [
            mark for mark in self._marks.get(row.block, ()) if mark.start < row.end and mark.end > row.start
        ]
        unit = self.unit.span if self.unit else None
        if unit is not None and unit.block == row.block:
            marks.append(Mark(unit.start, unit.end, "unit"))
        marks += [Mark(span.start, span.end, "found") for span in self._matches if span.block == row.block]
        if self._mention is not None and self._mention.block == row.block:
            marks.append(Mark(self._mention.start, self._mention.end, "mention"))
        stop = row.start + len(row.text)
        edges = sorted(
            {row.start, stop}
            | {edge for mark in marks for edge in (mark.start, mark.end) if row.start < edge < stop}
        )
        order = ("fact", "unit", "entity", "found", "mention")
        for start, end in pairwise(edges):
            style = base
            layers = {mark.layer for mark in marks if mark.start <= start and mark.end >= end}
            for layer in order:
                if layer in layers:
                    style += self.style_of("cursor" if layer == "unit" else layer)
            yield Segment(row.text[start - row.start : end - row.start], style)
