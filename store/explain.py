"""Why the reader read what it read: a sentence's morphemes, names and numbers, and each fact's rule."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from store.extract.attribution import hedges_in
from store.extract.document import Document
from store.extract.rules import rule_of
from store.model import AnyFact, Article, Forecast, Quotation, Reading, Span, Speaker

METHODS = {
    "explicit": "named in the sentence",
    "pronoun": "a word that points back",
    "carried": "goes on from the sentences before",
    "none": "nobody is named",
}
"""How a speaker was found, in words."""


class FactReason(msgspec.Struct, frozen=True, kw_only=True):
    """A fact with the rule that made it, what the rule goes by, and why it is as sure as it is."""

    id: str
    kind: str
    text: str
    rule: str
    korean: str
    english: str
    cue: str = ""
    speaker: str | None = None
    method: str | None = None
    certainty: str
    via: str | None
    confidence: float
    why: tuple[str, ...]


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence: ``morphemes`` as form/tag, ``names``, ``times`` and ``numbers`` as words = value."""

    block: int
    start: int
    end: int
    text: str
    morphemes: tuple[str, ...]
    names: tuple[str, ...]
    times: tuple[str, ...]
    numbers: tuple[str, ...]
    facts: tuple[FactReason, ...]


def explain(document: Document, reading: Reading) -> list[Explanation]:
    """Explain every sentence of a reading, in the order of reading; a fact stands with its first sentence."""
    explained = []
    for block, sentence in document.sentences():
        place = Span(block.text[sentence.start : sentence.end], block.index, sentence.start, sentence.end)
        names = [(m, e) for e in reading.entities for m in e.mentions if _begins_in(m, place)]
        names.sort(key=lambda pair: pair[0].start)
        explained.append(
            Explanation(
                block=place.block,
                start=place.start,
                end=place.end,
                text=place.text,
                morphemes=tuple(f"{token.form}/{token.tag}" for token in block.tokens_of(sentence)),
                names=tuple(f"{m.text} = {e.name} ({e.type})" for m, e in names),
                times=tuple(f"{t.text} = {t.value}" for t in reading.times if _begins_in(t, place)),
                numbers=tuple(
                    f"{q.text} = {q.value}" + (f"–{q.value_max}" if q.value_max is not None else "") + q.unit
                    for q in reading.quantities
                    if _begins_in(q, place)
                ),
                facts=tuple(reason(f, place.text) for f in reading.facts if _begins_in(f, place)),
            )
        )
    return explained


def reason(fact: AnyFact, sentence: str) -> FactReason:
    """Give the reason of one fact; ``sentence`` is where it stands."""
    rule = rule_of(fact.rule)
    speaker = fact.speaker if isinstance(fact, Quotation | Forecast) else None
    return FactReason(
        id=fact.id,
        kind=fact.kind,
        text=fact.text,
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
    )


def _why(fact: AnyFact, speaker: Speaker | None, sentence: str) -> Iterator[str]:
    if speaker is not None:
        yield f"speaker: {METHODS[speaker.method]}"
        if speaker.name is not None and speaker.entity is None:
            yield "the speaker is no name that the article tells of, but a role as written"
    if fact.rule.partition(".")[2].partition(".")[0].endswith("-verbless"):
        yield "no verb of speech stands with it"
    if fact.certainty in ("hearsay", "forecast", "hypothetical"):
        yield from (f"hedge: {hedge}" for hedge in hedges_in(sentence))
    if fact.via is not None:
        yield f"source: {fact.via}"
    yield from (f"flag: {flag}" for flag in fact.flags)


def explain_fact(article: Article, reading: Reading, fact: AnyFact) -> list[str]:
    """Give the lines of one fact's card: its sentence, its rule in Korean and English, its cue and why.

    Needs no analyser: the sentences are those of the reading, or the fact's block where it has none.
    """
    places = [place for place in reading.sentences if _begins_in(fact, place)]
    sentence = places[0].text if places else article.blocks[fact.block].text
    return [sentence, *_lines(reason(fact, sentence))]


def lines(explanation: Explanation) -> Iterator[str]:
    """Give a sentence's explanation as plain lines."""
    yield f"[{explanation.block}] {explanation.text}"
    yield "  morphemes  " + " ".join(explanation.morphemes)
    for label, found in (
        ("names", explanation.names),
        ("times", explanation.times),
        ("numbers", explanation.numbers),
    ):
        if found:
            yield f"  {label:<9}  " + ", ".join(found)
    for fact in explanation.facts:
        yield f"  {fact.kind}  {fact.text}"
        yield from (f"    {line}" for line in _lines(fact))


def _lines(fact: FactReason) -> Iterator[str]:
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
