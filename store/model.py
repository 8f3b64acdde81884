"""The nouns: what an article, a reading of it and a reader's note are made of.

Everything here is an immutable value that msgspec turns into JSON and back. Offsets are code points into
the NFC text of a block, end exclusive, and ``blocks[span.block].text[span.start:span.end] == span.text``.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from store.errors import SinmunError as SinmunError

Role = Literal["title", "dateline", "deck", "byline", "paragraph", "caption"]
LineRole = Literal["title", "dateline", "deck", "byline", "paragraph", "caption", "boilerplate"]
RepeatKind = Literal["exact", "near", "boilerplate"]
EntityType = Literal["PS", "OG", "LC", "PD", "EV"]
TimeType = Literal["DT", "TI"]
Certainty = Literal["asserted", "attributed", "hearsay", "forecast", "hypothetical"]
SpeakerMethod = Literal["explicit", "pronoun", "carried", "none"]
QuoteType = Literal["direct", "indirect", "mixed"]
ReaderName = Literal["fast", "precise"]
AnnotationKind = Literal["fact", "span", "article"]
Status = Literal["", "accepted", "rejected", "edited"]


class Line(msgspec.Struct, frozen=True):
    """One line of a source as it came (NFC), with its 1-based number and the part it plays."""

    text: str
    number: int
    role: LineRole


class RawArticle(msgspec.Struct, frozen=True, kw_only=True):
    """One article as a source gives it: nothing folded, nothing lost.

    ``published`` is ISO 8601 to the minute in the source's own time, or None. ``raw`` holds the bytes that
    the article was read from, for a better reader later.
    """

    source: str
    lines: tuple[Line, ...]
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    raw: bytes = b""


class Block(msgspec.Struct, frozen=True):
    """One line that is read: each once, in the order of the source."""

    text: str
    role: Role


class Repeat(msgspec.Struct, frozen=True):
    """A line that was folded away: its number in the source, and the block it repeats (None: boilerplate)."""

    text: str
    line: int
    of: int | None
    kind: RepeatKind


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """An article with every line once; ``id`` is stable for the same URL, or without one the same text."""

    id: str
    source: str
    blocks: tuple[Block, ...]
    repeats: tuple[Repeat, ...] = ()
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None

    @property
    def title(self) -> str:
        """The headline, or the first block where there is none, or an empty string."""
        for block in self.blocks:
            if block.role == "title":
                return block.text
        return self.blocks[0].text if self.blocks else ""

    @property
    def text(self) -> str:
        """The blocks joined by newlines: what the notebook's selectors count their offsets in."""
        return "\n".join(block.text for block in self.blocks)


class Span(msgspec.Struct, frozen=True, gc=False):
    """Words in their place: ``text`` stands in block ``block`` at ``start:end``."""

    text: str
    block: int
    start: int
    end: int


class Entity(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One person, organisation, place, product or event, with every mention of it in the article."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


class Time(Span, frozen=True, kw_only=True):
    """A time expression; ``value`` is TIMEX3 / ISO 8601 (date, month, year, ``a/b``, duration) or None."""

    type: TimeType
    value: str | None = None


class Quantity(Span, frozen=True, kw_only=True):
    """A number with its unit; ``value_max`` for ranges, ``approx`` the qualifier as written (약, 이상 …)."""

    value: float | int | None
    value_max: float | int | None = None
    unit: str = ""
    approx: str | None = None


class Speaker(msgspec.Struct, frozen=True, gc=False):
    """Who speaks: the name, the entity's id where it is one, and how the speaker was found.

    ``others`` are the names of those who speak with one voice with the first.
    """

    name: str | None = None
    entity: str | None = None
    method: SpeakerMethod = "none"
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All who speak, the first named first; empty where nobody is known."""
        return (self.name, *self.others) if self.name else ()

    def __str__(self) -> str:
        """All who speak as one would write them on one line: 정다운·오한별."""
        return "·".join(self.names)


class Fact(Span, frozen=True, kw_only=True, tag_field="kind"):
    """What every fact card carries; the span is its evidence in the article.

    ``id`` is a hash of kind and evidence, so that it survives a re-read. ``via`` is the attribution (재계에
    따르면 → 재계), ``rule`` names the rule that made the fact, ``flags`` say what a reader should doubt.
    """

    id: str = ""
    certainty: Certainty = "asserted"
    via: str | None = None
    confidence: float = 0.5
    rule: str = ""
    flags: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of fact, as in the JSON contract."""
        return _kind_of(type(self))


@cache
def _kind_of(fact: type[Fact]) -> str:
    return str(fact.__struct_config__.tag)


class Quotation(Fact, frozen=True, kw_only=True, tag="quotation"):
    """One act of speaking, all its quoted parts together."""

    speaker: Speaker = Speaker()
    cue: str = ""
    quote_type: QuoteType = "direct"
    quotes: tuple[Span, ...] = ()


class Statistic(Fact, frozen=True, kw_only=True, tag="statistic"):
    """A number that measures something reported."""

    value: float | int
    value_max: float | int | None = None
    unit: str = ""
    measure: str | None = None
    approx: str | None = None
    comparator: str | None = None
    time: str | None = None


class Forecast(Fact, frozen=True, kw_only=True, tag="forecast"):
    """A statement about the future, with who makes it and for when."""

    speaker: Speaker = Speaker()
    time: str | None = None


class Event(Fact, frozen=True, kw_only=True, tag="event"):
    """Who did what with whom, where and when; names are entity names, ``time`` is an ISO value."""

    verb: str
    participants: tuple[str, ...] = ()
    place: str | None = None
    time: str | None = None


class RoleFact(Fact, frozen=True, kw_only=True, tag="role"):
    """A person's title at an organisation."""

    person: str
    title: str
    organization: str | None = None


class Enumeration(Fact, frozen=True, kw_only=True, tag="enumeration"):
    """An explicit list; ``flags`` has ``count`` where the announced number disagrees with the items."""

    about: str | None = None
    items: tuple[Span, ...] = ()


AnyFact = Quotation | Statistic | Forecast | Event | RoleFact | Enumeration


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What was read in one article: every span places in the article's blocks.

    ``language`` is ``ko``, or ``en``/``other`` for a text that was not read as Korean. ``terms`` are the
    morphemes that the archive indexes beside the raw words, separated by spaces.
    """

    article: str
    reader: ReaderName
    version: str
    language: str = "ko"
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    facts: tuple[AnyFact, ...] = ()
    terms: str = ""


class Selector(msgspec.Struct, frozen=True):
    """Where a note is anchored: a W3C TextQuoteSelector and TextPositionSelector in one.

    ``start`` and ``end`` are offsets into ``Article.text``.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0


class Annotation(msgspec.Struct, frozen=True, kw_only=True):
    """A reader's own note, tags and verdict on a fact, on a span or on a whole article.

    ``fact`` is the id of the fact and ``fact_kind`` its kind where there is one; ``created`` and ``modified``
    are UTC, ISO 8601.
    """

    id: str
    article: str
    kind: AnnotationKind
    created: str
    modified: str
    note: str = ""
    tags: tuple[str, ...] = ()
    status: Status = ""
    selector: Selector | None = None
    fact: str | None = None
    fact_kind: str | None = None
