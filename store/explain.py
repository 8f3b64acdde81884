"""Why the reader read what it read: a sentence's morphemes, names and numbers, and each fact's rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from store.export.describe import describe
from store.extract.attribution import hedges_in
from store.extract.document import Document, Token
from store.extract.rules import rule_of
from store.model import AnyFact, Article, EntityType, Forecast, Quotation, Reading, Span, Speaker

METHODS = {
    "explicit": "named in the sentence",
    "pronoun": "a word that points back",
    "carried": "goes on from the sentences before",
    "none": "nobody is named",
}
"""How a speaker was found, in words."""


TYPES: dict[EntityType, str] = {
    "PS": "person",
    "OG": "organisation",
    "LC": "place",
    "PD": "product",
    "EV": "event",
}
"""What a name is of, in words."""

_DOUBTED = ("hearsay", "forecast", "hypothetical")
"""Certainties that words of the sentence give."""


class FactReason(msgspec.Struct, frozen=True, kw_only=True):
    """A fact with the rule that made it, what the rule goes by, and why it is as sure as it is.

    ``says`` is what was read: who, what, how much, where and when, as far as it is told.
    """

    id: str
    kind: str
    text: str
    rule: str
    korean: str
    english: str
    says: str = ""
    cue: str = ""
    speaker: str | None = None
    method: str | None = None
    certainty: str
    via: str | None
    confidence: float
    why: tuple[str, ...]
    hedges: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


class Named(msgspec.Struct, frozen=True):
    """A mention as it is written, whose it is, and of what type."""

    text: str
    name: str
    type: EntityType


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence: ``morphemes`` as form/tag, ``times`` and ``numbers`` as words = value."""

    block: int
    start: int
    end: int
    text: str
    morphemes: tuple[str, ...]
    names: tuple[Named, ...]
    times: tuple[str, ...]
    numbers: tuple[str, ...]
    facts: tuple[FactReason, ...]


def explain(document: Document, reading: Reading) -> list[Explanation]:
    """Explain every sentence of a reading, in the order of reading; a fact stands with its first sentence."""
    explained = []
    for block, sentence in document.sentences():
        place = Span(block.text[sentence.start : sentence.end], block.index, sentence.start, sentence.end)
        facts = tuple(reason(f, place.text) for f in reading.facts if _begins_in(f, place))
        explained.append(_explained(reading, place, _written(block.tokens_of(sentence)), facts))
    return explained


def explain_fact(article: Article, reading: Reading, fact: AnyFact) -> Explanation:
    """Explain one fact by its sentence, without the morphemes: needs no analyser.

    The sentences are those of the reading, or the fact's block where it has none.
    """
    whole = article.blocks[fact.block].text
    block = Span(whole, fact.block, 0, len(whole))
    place = next((sentence for sentence in reading.sentences if _begins_in(fact, sentence)), block)
    return _explained(reading, place, (), (reason(fact, place.text),))


def morphemes_in(article: Article, place: Span) -> tuple[str, ...]:
    """Give the morphemes of a stretch of an article as form/tag; loads the analyser."""
    from store.extract.morphology import analyze

    alone = msgspec.structs.replace(article, blocks=(article.blocks[place.block],))
    (block,) = analyze(alone, None).blocks
    return _written(token for token in block.tokens if place.start <= token.start < place.end)


def _written(tokens: Iterable[Token]) -> tuple[str, ...]:
    return tuple(f"{token.form}/{token.tag}" for token in tokens)


def _explained(
    reading: Reading, place: Span, morphemes: tuple[str, ...], facts: tuple[FactReason, ...]
) -> Explanation:
    names = [(m, e) for e in reading.entities for m in e.mentions if _begins_in(m, place)]
    names.sort(key=lambda pair: pair[0].start)
    return Explanation(
        block=place.block,
        start=place.start,
        end=place.end,
        text=place.text,
        morphemes=morphemes,
        names=tuple(Named(m.text, e.name, e.type) for m, e in names),
        times=tuple(f"{t.text} = {t.value}" for t in reading.times if _begins_in(t, place)),
        numbers=tuple(
            f"{q.text} = {q.value}" + (f"–{q.value_max}" if q.value_max is not None else "") + q.unit
            for q in reading.quantities
            if _begins_in(q, place)
        ),
        facts=facts,
    )


def reason(fact: AnyFact, sentence: str) -> FactReason:
    """Give the reason of one fact; ``sentence`` is where it stands."""
    rule = rule_of(fact.rule)
    speaker = fact.speaker if isinstance(fact, Quotation | Forecast) else None
    return FactReason(
        id=fact.id,
        kind=fact.kind,
        text=fact.text,
        says=describe(fact),
        rule=fact.rule,
        korean=rule.korean if rule else "",
        english=rule.english if rule else "",
        cue=fact.cue if isinstance(fact, Quotation) else "",
        speaker=speaker.name if speaker else None,
        method=speaker.method if speaker else None,
        certainty=fact.certainty,
        via=fact.via,
        confidence=fact.confidence,
        why=tuple(_why(fact, speaker, sentence)),
        hedges=tuple(hedges_in(sentence)) if fact.certainty in _DOUBTED else (),
        flags=fact.flags,
    )


def _why(fact: AnyFact, speaker: Speaker | None, sentence: str) -> Iterator[str]:
    if speaker is not None:
        yield f"speaker: {METHODS[speaker.method]}"
        if speaker.name is not None and speaker.entity is None:
            yield "the speaker is no name that the article tells of, but a role as written"
    if fact.rule.partition(".")[2].partition(".")[0].endswith("-verbless"):
        yield "no verb of speech stands with it"
    if fact.certainty in _DOUBTED:
        yield from (f"hedge: {hedge}" for hedge in hedges_in(sentence))
    if fact.via is not None:
        yield f"source: {fact.via}"
    yield from (f"flag: {flag}" for flag in fact.flags)


def lines(explanation: Explanation) -> Iterator[str]:
    """Give a sentence's explanation as plain lines."""
    yield f"[{explanation.block}] {explanation.text}"
    yield "  morphemes  " + " ".join(explanation.morphemes)
    named = tuple(f"{one.text} = {one.name} ({TYPES[one.type]})" for one in explanation.names)
    for label, found in (
        ("names", named),
        ("times", explanation.times),
        ("numbers", explanation.numbers),
    ):
        if found:
            yield f"  {label:<9}  " + ", ".join(found)
    for fact in explanation.facts:
        yield f"  {fact.kind}  {fact.text}"
        yield from (f"    {line}" for line in _lines(fact))


def _lines(fact: FactReason) -> Iterator[str]:
    if fact.says:
        yield f"read as     {fact.says}"
    yield f"rule        {fact.rule}"
    yield f"            {fact.korean}"
    yield f"            {fact.english}"
    if fact.cue:
        yield f"cue         {fact.cue}"
    if fact.method is not None:
        yield f"speaker     {fact.speaker or '?'} ({fact.method})"
    yield f"certainty   {fact.certainty}"
    yield f"confidence  {fact.confidence:.2f}"
    yield from (f"            {why}" for why in fact.why)


def _begins_in(span: Span, place: Span) -> bool:
    return span.block == place.block and place.start <= span.start < place.end
