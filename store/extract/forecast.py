"""Statements about the future: what will, may or is expected to be, who says so, and for when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from store.extract.document import Document, Token
from store.extract.future import EXPECTING, Sign, sign_of
from store.extract.names import MentionIndex
from store.extract.quotation.generic import meant
from store.extract.quotation.scene import nearest_subject
from store.extract.quotation.speaker import named, sureness
from store.extract.quotation.subject import subjects_of
from store.extract.quotation.unit import Unit, block_units
from store.model import Entity, Forecast, Quotation, Span, Speaker, Time

_COMING = re.compile(
    r"내년|내후년|내달|다음\s?(?:달|주|해)|앞으로|향후|장차|머지않아|조만간|연내|연말|하반기|장기적으로"
    r"|\d+(?:년|개월|달|주|일)\s?(?:뒤|후|안에|내에|이내)|(?:20[2-9]\d)년|이르면|늦어도|오는\s?\d|까지"
)

RULES = {"expected": 0.9, "will": 0.8, "may": 0.6, "plan": 0.55, "weather": 0.8}
"""The rules by what makes a statement one about the future, with how sure it is."""


def find_forecasts(
    document: Document, quotations: Sequence[Quotation], times: Sequence[Time], entities: Sequence[Entity]
) -> list[Forecast]:
    """Give the statements about the future in an article's body, in the order of reading."""
    mentions = MentionIndex(entities)
    published = document.published.isoformat() if document.published else None
    quoted: dict[int, list[tuple[Span, Quotation]]] = {}
    for quotation in quotations:
        for quote in quotation.quotes:
            quoted.setdefault(quote.block, []).append((quote, quotation))
    for quotes in quoted.values():
        quotes.sort(key=lambda pair: (pair[0].start, pair[0].end))
    found: list[Forecast] = []
    for block in document.blocks:
        if block.role not in ("paragraph", "caption"):
            continue
        of_block = [time for time in times if time.block == block.index]
        for unit in block_units(block):
            for start, end, speaker in _stretches(unit, quoted.get(block.index, []), mentions):
                found += _in_stretch(unit, start, end, speaker, of_block, published, mentions)
    return found


def _stretches(
    unit: Unit, quoted: list[tuple[Span, Quotation]], mentions: MentionIndex
) -> list[tuple[int, int, Speaker | None]]:
    """Cut a unit into its quotes, each with its speaker, and the rest, whose speaker is the article."""
    stretches: list[tuple[int, int, Speaker | None]] = []
    at = unit.start
    first = bisect_left(quoted, unit.start, key=lambda pair: pair[0].start)
    last = bisect_left(quoted, unit.end, key=lambda pair: pair[0].start)
    for quote, quotation in quoted[first:last]:
        if quote.start < at or quote.end > unit.end:
            continue
        stretches.append((at, quote.start, None))
        cuts = [quote.start, *_sentence_ends(unit, quote.start, quote.end), quote.end]
        stretches += [(a, b, quotation.speaker) for a, b in pairwise(cuts) if a < b]
        at = quote.end
    stretches.append((at, unit.end, None))
    return stretches


def _sentence_ends(unit: Unit, start: int, end: int) -> list[int]:
    tokens = unit.tokens
    return [
        tokens[i].end
        for i in range(1, len(tokens))
        if tokens[i].tag == "SF" and tokens[i - 1].tag == "EF" and start < tokens[i].end < end
    ]


def _in_stretch(
    unit: Unit,
    start: int,
    end: int,
    speaker: Speaker | None,
    times: list[Time],
    published: str | None,
    mentions: MentionIndex,
) -> list[Forecast]:
    tokens = [token for token in unit.tokens if start <= token.start and token.end <= end]
    if speaker is None:
        tokens = [token for token in tokens if unit.region_at(token.start) is None]
    sign = sign_of(tokens, quoted=speaker is not None)
    if sign is None:
        return []
    first = _clause_start(tokens, sign.at, start)
    text = unit.block.text
    while first < end and text[first] in " ,.\xa0":
        first += 1
    last = len(text[:end].rstrip(" .\xa0"))
    statement = text[first:last]
    future = [t for t in times if _is_coming(t, published)]
    horizon = next((t for t in future if first <= t.start < last), None)
    if horizon is None:
        horizon = next((t for t in future if unit.start <= t.start < first), None)
    timed = horizon is not None or _COMING.search(statement) is not None
    if sign.rule in ("may", "plan") and not timed:
        return []
    if last - first < 6:
        return []
    who = speaker or _forecaster(unit, sign, mentions)
    return [
        Forecast(
            statement,
            unit.block.index,
            first,
            last,
            certainty="forecast",
            confidence=round(RULES[sign.rule] * sureness(who), 2),
            rule=f"forecast.{sign.rule}",
            speaker=who,
            time=horizon.value if horizon is not None else None,
        )
    ]


def _clause_start(tokens: list[Token], at: int, start: int) -> int:
    """Give where the statement begins: after an earlier clause of its own time (…집계됐으며, …)."""
    for i in range(at - 1, 0, -1):
        joined = tokens[i].tag == "EC" and tokens[i].form in ("며", "으며", "지만", "는데", "고", "으나")
        if joined and tokens[i - 1].tag == "EP":
            return tokens[i].end
    return start


def _is_coming(time: Time, published: str | None) -> bool:
    if time.value is None or published is None or time.value.startswith(("P", "T")):
        return False
    last = time.value.split("/")[-1]
    return last >= published[: len(last)] and time.value[:10] != published


def _forecaster(unit: Unit, sign: Sign, mentions: MentionIndex) -> Speaker:
    """Give who expects or plans (…ㄹ 것으로 내다봤다, …ㄹ 방침이다); else the article itself does."""
    if sign.rule != "plan" and not _is_active(unit, sign.start):
        return Speaker()
    subject = nearest_subject([s for s in subjects_of(unit, mentions) if s.able and s.clause != "relative"])
    if subject is None or subject.kind == "pronoun":
        return Speaker()
    body = meant(subject, mentions, unit.block.index)
    return Speaker(body.name, body.id, "pronoun") if body is not None else named(subject)


def _is_active(unit: Unit, start: int) -> bool:
    """Whether somebody does the expecting: 전망했다, 내다봤다, 보고 있다; not 전망된다, 보인다."""
    tokens = [token for token in unit.tokens if token.start >= start]
    for token, following in pairwise(tokens):
        if token.form in EXPECTING:
            return following.form == "하"
        if token.form in ("내다보", "점치", "보") and token.tag in ("VV", "VX"):
            return True
    return False
