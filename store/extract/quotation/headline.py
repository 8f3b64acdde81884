"""Quotations in the headline and decks: whose they are, by the name before them or the body's same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from store.extract.document import TextBlock
from store.extract.marks import Region
from store.extract.names import MentionIndex
from store.extract.quotation.phrase import phrase_before
from store.extract.quotation.tail import is_clause
from store.extract.quotation.unit import Unit, block_units
from store.model import Quotation, Speaker

SAME = 0.6
"""Share of a headline quotation's content words that the body's must hold to be the same words."""


_WHOLE = 6
"""Letters from which on the very same words in the body are the headline's, however few they are."""

_PAIR = 2
"""Characters of an opening and a closing mark."""


def headline_quotations(
    blocks: Iterable[TextBlock],
    mentions: MentionIndex,
    body: Sequence[Quotation],
    all_blocks: list[TextBlock],
) -> list[Quotation]:
    """Give the quotations of titles and decks; where the body says the same, its speaker."""
    found = [
        _quotation(unit, region, mentions, body, all_blocks)
        for block in blocks
        for unit in block_units(block)
        for region in unit.regions
        if region.kind == "double"
        and (_is_speech(unit, region) or _adjacent(unit, region, mentions)[0].name is not None)
    ]
    return [quotation for quotation in found if not _is_all_of_it(quotation)]


def _is_all_of_it(quotation: Quotation) -> bool:
    """Whether marks stand around a whole headline that nobody in the body says: then they are an ornament."""
    marks = len(quotation.text.strip()) - len(quotation.quotes[0].text.strip())
    return quotation.speaker.name is None and marks <= _PAIR


def _is_speech(unit: Unit, region: Region) -> bool:
    text = unit.block.text
    before, after = text[: region.opening].rstrip(), text[region.closing :].lstrip()
    framed = not after or after[0] in "….·,;/" or after.startswith(("-", "–", "—"))
    words = text[region.start : region.end].count(" ") + 1
    return (framed and (words >= 2 or not before)) or (is_clause(unit, region) and words >= 2)


def _quotation(
    unit: Unit, region: Region, mentions: MentionIndex, body: Sequence[Quotation], blocks: list[TextBlock]
) -> Quotation:
    text = unit.block.text
    quote = unit.block.span(region.start, region.end)
    same = _same_in_body(unit, region, body, blocks)
    if same is not None:
        speaker, confidence, rule = same.speaker, 0.8, "quotation.headline.body"
    else:
        speaker, confidence, rule = _adjacent(unit, region, mentions)
    evidence = unit.block.span(0, len(text))
    return Quotation(
        evidence.text,
        evidence.block,
        evidence.start,
        evidence.end,
        certainty="attributed",
        confidence=confidence,
        rule=rule,
        speaker=speaker,
        quotes=(quote,),
    )


def _same_in_body(
    unit: Unit, region: Region, body: Sequence[Quotation], blocks: list[TextBlock]
) -> Quotation | None:
    wanted = _content(unit.block, region.start, region.end)
    words = re.sub(r"\W", "", unit.block.text[region.start : region.end])
    best, best_share = None, 0.0
    for quotation in body:
        held: set[str] = set()
        for quote in quotation.quotes:
            held |= _content(blocks[quote.block], quote.start, quote.end)
        share = len(wanted & held) / len(wanted) if wanted else 0.0
        said = re.sub(r"\W", "", " ".join(quote.text for quote in quotation.quotes))
        if len(words) >= _WHOLE and words in said:
            return quotation
        if share > best_share:
            best, best_share = quotation, share
    return best if best_share >= SAME and len(wanted) > 1 else None


def _content(block: TextBlock, start: int, end: int) -> set[str]:
    return {
        token.form
        for token in block.tokens
        if start <= token.start < end and token.tag in ("NNG", "NNP", "VV", "VA", "SL", "SN", "XR", "MAG")
    }


def _adjacent(unit: Unit, region: Region, mentions: MentionIndex) -> tuple[Speaker, float, str]:
    tokens = unit.block.tokens
    before = [i for i in range(unit.first, unit.last) if tokens[i].end <= region.opening]
    if before and unit.block.text[tokens[before[-1]].end : region.opening].strip() in ("", ":"):
        head = before[-1]
        if tokens[head].tag in ("JKS", "JX", "SP") and head > unit.first:
            head -= 1
        subject = phrase_before(unit, head, mentions)
        if subject is not None and subject.able and subject.kind != "pronoun":
            entity = subject.entity.id if subject.entity else None
            return Speaker(subject.name, entity, "explicit"), 0.75, "quotation.headline.adjacent"
    return Speaker(), 0.4, "quotation.headline"
