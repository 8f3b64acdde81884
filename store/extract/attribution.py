"""How sure a fact is and whose word it is, by the sentence or the clause that holds it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from store.extract.document import Document
from store.extract.names import MentionIndex
from store.extract.quotation.phrase import phrase_before
from store.extract.quotation.subject import subjects_of
from store.extract.quotation.unit import Unit, block_units
from store.model import AnyFact, Certainty, Entity, Forecast, Quotation, RoleFact, Speaker, Statistic

_HEARSAY = re.compile(
    r"(?:것으|걸|거)로\s*(?:알려[졌지진져]|전해[졌지진져]|관측[되됐돼된]|추[정측산][되됐돼된]|보[인이여였]|보도[되됐돼된]|점쳐[졌지진])"
    r"|[다라]는\s*(?:후문|전언|소문|설|소식|관측|의혹|얘기|이야기|보도|추측|루머|첩보)(?:이|도|가|까지)?\s*"
    r"(?:다|었다|이어[졌지진]|잇따[라르랐]|나[오온왔돈돌]|돈|돌|있|제기|파다|흘러|들[리려])"
    r"|[다라]는\s*(?:진술|제보|첩보|증언|신고|주장)[을를도이가]?\s*(?:확보|입수|접수|받[았은고]|나[오왔온])"
    r"|[다라]고\s*(?:한다|합니다|알려졌|전해졌)|(?:이|인|한|된|는)\s*듯하다"
)
_FORECAST = re.compile(
    r"(?:것으|걸|거)로\s*(?:예상|전망|예측|기대|내다)|로\s*(?:예상|전망|예측|예보)[되된됐돼될하했한]|겠(?:다(?=\.)|다$|으며|으나|습니다|고(?=[,\s]))|로\s*(?:[가-힣]+[은는이가]\s)?내다[봤보]|전망이다|전망된다|예상된다|예상되고|가능성이\s*(?:크|높)"
)
_FUTURE = re.compile(r"(?:것으|걸|거)로\s*(?:보[인이여였]|관측|추정|추산)")
_REPUTED = re.compile(
    r"\s?(?:가량|정도|안팎)?\s?으?로\s(?:알려[졌지진져]|전해[졌지진져]|추정[되됐돼된]|추산[되됐돼된]|관측[되됐돼된])"
)
"""A number that is only said to be so: 피해액은 30억원으로 알려졌다."""

_ISSUED = re.compile(r"(?:발표|공개|제출|집계|조사|발간|공시|작성|분석)한|내놓은|펴낸|낸")
_CONDITION = re.compile(r"[다라]면(?!서)|[가-힣]\s경우")
_ACCORDING = re.compile(
    r"에\s?(?:따르면|의하면)"
    r"|(?:의\s(?:말|설명|증언|진술|이야기|얘기|전언|보도))?[을를]\s(?:종합하면|종합해보면|들어보면|빌리면|인용하면)"
)
_HELD = re.compile(
    r"로\s(?:(?:보고|파악하고|판단하고|의심하고|알고)\s?있|(?:추정|추산|파악|판단|전망|예상|예측|집계)(?:한다|하고|했)|(?:[가-힣]+[은는이가]\s)?내다[봤보])"
    r"|것으로\s(?:보고|의심하고)(?=\s)"
)
"""How somebody takes something for true: 경찰은 불이 3층에서 난 것으로 보고 있다."""

_CLAUSE_END = re.compile(r"(?:[았었했됐였렸갔왔졌켰]으며|[았었했됐였렸갔왔졌켰][고지][만]?)(?=[\s,])")


_CHARGE = re.compile(r"[가-힣]\s혐의(?:[를로가는도]|\s|$)")
_CHARGED = 24
"""Characters between a fact and the charge that it is part of: 3억원을 빼돌린 혐의."""

_CHAINED = 4
"""Characters between two hedges of which one hangs on the other."""

_PARTICLE = 3
"""Characters of what ties reported words to their verb (…했다고), which the words of an event hold."""

NESTED = 3
"""How many quotes before a fact may hold it: quotes hardly ever stand inside one another."""


class _Quoted(NamedTuple):
    block: int
    start: int
    end: int
    quotation: Quotation


def attribute(document: Document, facts: Sequence[AnyFact], entities: Sequence[Entity]) -> list[AnyFact]:
    """Give the facts with their certainty and their source (``via``); the order stays."""
    mentions = MentionIndex(entities)
    units = {at: block_units(document.blocks[at]) for at in dict.fromkeys(fact.block for fact in facts)}
    quotes = sorted(
        (
            _Quoted(quote.block, quote.start, quote.end, fact)
            for fact in facts
            if isinstance(fact, Quotation)
            for quote in fact.quotes
        ),
        key=lambda quoted: (quoted.block, quoted.start, -quoted.end),
    )
    sources: dict[tuple[int, int], str | None] = {}
    attributed = []
    for fact in facts:
        of_block = units[fact.block]
        at = bisect_right(of_block, fact.start, key=lambda unit: unit.start) - 1
        if at < 0:
            attributed.append(fact)
            continue
        if (fact.block, at) not in sources:
            sources[fact.block, at] = _attributed_sentence(of_block[at], mentions)
        attributed.append(_attributed(fact, of_block[at], sources[fact.block, at], quotes, mentions))
    return attributed


def _attributed(
    fact: AnyFact, unit: Unit, source: str | None, quotes: list[_Quoted], mentions: MentionIndex
) -> AnyFact:
    clause = _clause(unit.block.text, unit, fact)
    said = source or _holder(unit, fact, clause[1], mentions)
    hedge = _hedge(unit, fact, clause)
    if isinstance(fact, Quotation):
        certainty: Certainty = "hearsay" if hedge == "hearsay" else "attributed"
        return msgspec.structs.replace(fact, certainty=certainty, via=fact.via or said)
    quoted = _quoted_in(fact, quotes)
    speaker = quoted.speaker.name if quoted is not None else None
    if isinstance(fact, RoleFact):
        # A title stands beside its name whatever the sentence says of the person.
        certainty = "attributed" if quoted is not None else "asserted"
        return msgspec.structs.replace(fact, certainty=certainty, via=fact.via or speaker)
    if isinstance(fact, Forecast):
        who = fact.speaker
        if who.name is None and said is not None:
            who = Speaker(said, mentions.id_of(said), "explicit")
        return msgspec.structs.replace(fact, speaker=who, via=fact.via or said or who.name or speaker)
    if hedge is not None:
        return msgspec.structs.replace(fact, certainty=hedge, via=fact.via or speaker or said)
    if quoted is not None or said is not None:
        return msgspec.structs.replace(fact, certainty="attributed", via=fact.via or speaker or said)
    return fact


def _attributed_sentence(unit: Unit, mentions: MentionIndex) -> str | None:
    """재계에 따르면 → 재계: the source that a sentence begins with, as a name or as written."""
    text = unit.block.text
    cited = text.find("면", unit.start, unit.end) >= 0
    match = _ACCORDING.search(text, unit.start, unit.end) if cited else None
    if match is None:
        return None
    tokens = unit.block.tokens
    heads = [i for i in range(unit.first, unit.last) if tokens[i].end <= match.start()]
    issuer = _issuer(unit, heads, mentions)
    if issuer is not None:
        return issuer
    subject = phrase_before(unit, heads[-1], mentions) if heads else None
    if subject is None:
        return None
    # 방송과 신문에 따르면: both of them are the source.
    before = next((i for i in reversed(heads) if tokens[i].end <= subject.start), None)
    if before is not None and tokens[before].tag == "JC":
        first = phrase_before(unit, before - 1, mentions)
        if first is not None:
            return unit.block.text[first.start : subject.end].removesuffix(" 등")
    return subject.name.removesuffix(" 등").removesuffix(" 보도")


def _holder(unit: Unit, fact: AnyFact, end: int, mentions: MentionIndex) -> str | None:
    """경찰은 불이 3층에서 난 것으로 보고 있다 → 경찰: who takes what a fact says for true."""
    if _HELD.search(unit.block.text, max(unit.start, fact.end - 1), end) is None:
        return None
    able = (subject for subject in subjects_of(unit, mentions) if subject.able and subject.topic)
    return next((subject.name for subject in able if subject.clause != "relative"), None)


def _issuer(unit: Unit, heads: list[int], mentions: MentionIndex) -> str | None:
    """구름은행이 3일 발표한 보고서에 따르면 → 구름은행: who made the paper that is the source."""
    text, tokens = unit.block.text, unit.block.tokens
    for i in reversed(heads):
        if tokens[i].tag != "JKS" or i == unit.first:
            continue
        issued = _ISSUED.search(text, tokens[i].end, tokens[heads[-1]].end)
        subject = phrase_before(unit, i - 1, mentions) if issued is not None else None
        return subject.name if subject is not None and subject.able else None
    return None


def _hedge(unit: Unit, fact: AnyFact, clause: tuple[int, int]) -> Certainty | None:
    text, end = unit.block.text, clause[1]
    condition = _CONDITION.search(text, max(fact.start, fact.end - 1), end)
    if not isinstance(fact, Quotation) and condition is not None:
        between = text[fact.end : condition.start()]
        if "," not in between and len(between) < 40:
            return "hypothetical"
    if isinstance(fact, Statistic) and _REPUTED.match(text, fact.end) is not None:
        return "hearsay"
    charged = min(end, fact.end + _CHARGED)
    if "혐의" in text[fact.end : charged] and _CHARGE.search(text, fact.end - 1, charged) is not None:
        return "hearsay"
    return _nearest_hedge(unit, clause, fact)


def _nearest_hedge(unit: Unit, clause: tuple[int, int], fact: AnyFact) -> Certainty | None:
    """Give the first hedge behind a fact; of two that hang together (예상된다는 소문이 돈다) the outer.

    What is hedged in somebody's words says nothing of what stands around them.
    """
    hedges = _hedges(unit.block.text, *clause)
    if hedges and unit.regions:
        own = unit.region_at(fact.start)
        hedges = tuple(hedge for hedge in hedges if unit.region_at(hedge[0]) in (None, own))
    behind = tuple(hedge for hedge in hedges if hedge[1] >= fact.end) or hedges
    if not behind:
        return None
    _, end, certainty = behind[0]
    for start, last, outer in behind[1:]:
        if start - end > _CHAINED:
            break
        end, certainty = last, outer
    return certainty


@lru_cache(maxsize=64)
def _hedges(text: str, start: int, end: int) -> tuple[tuple[int, int, Certainty], ...]:
    """Give what hedges a clause, in order; several facts of one ask in a row."""
    hedges: list[tuple[int, int, Certainty]] = []
    for match in _HEARSAY.finditer(text, start, end):
        future = _FUTURE.match(text, match.start()) and _is_future(text, match.start())
        hedges.append((*match.span(), "forecast" if future else "hearsay"))
    hedges += [(*match.span(), "forecast") for match in _FORECAST.finditer(text, start, end)]
    return tuple(sorted(hedges))


def hedges_in(text: str) -> list[str]:
    """Give the words of a text that take back what it says (것으로 알려졌, 것으로 예상), in order."""
    found = [match for hedge in (_HEARSAY, _REPUTED, _FORECAST, _CONDITION) for match in hedge.finditer(text)]
    words: list[str] = []
    end = 0
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if match.start() >= end:
            words.append(match.group().strip())
            end = match.end()
    return words


def _is_future(text: str, offset: int) -> bool:
    before = text[:offset].rstrip()
    return bool(before) and (ord(before[-1]) - 0xAC00) % 28 == 8 and "가" <= before[-1] <= "힣"


def _clause(text: str, unit: Unit, fact: AnyFact) -> tuple[int, int]:
    """Give the clause of the sentence that holds a fact: clauses with a tense of their own stand alone."""
    start, end = unit.start, unit.end
    for match in _CLAUSE_END.finditer(text, unit.start, unit.end):
        if unit.region_at(match.start()) is not None:
            continue
        if match.end() <= fact.start:
            start = match.end()
        elif match.start() >= fact.end - 1:
            end = match.end()
            break
    return start, end


def _quoted_in(fact: AnyFact, quotes: list[_Quoted]) -> Quotation | None:
    """Give the quotation in whose words a fact stands, or ends: 방송은 한빛전자가 이겼다고 전했다."""
    at = bisect_right(quotes, (fact.block, fact.end - 1), key=lambda quoted: (quoted.block, quoted.start))
    for quoted in reversed(quotes[max(0, at - NESTED) : at]):
        if quoted.block == fact.block and quoted.start < fact.end <= quoted.end + _PARTICLE:
            return quoted.quotation
    return None
