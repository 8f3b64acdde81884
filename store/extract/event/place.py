"""Where something happened: the place that a clause names, in its own words (서울 강남구 한 호텔)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.extract.document import TextBlock, Token
from store.extract.event.clause import Phrase
from store.extract.event.table import Verb
from store.extract.hangul import any_of
from store.extract.lexicon import endings, words
from store.extract.names import MentionIndex

_BUILDING = re.compile(
    r"(?:법원|지법|고법|재판소|지검|검찰청|경찰서|경찰청|수사대|병원|사령부|청사|본사|국회|청와대|대학교|대학|공장|연구소|본부|미술관|박물관|부대|대사관|[가-힣]\d부)$"
)
_FILLER = re.compile(r"\s?(?:시내|인근|일대|내|앞|근처|앞바다|상공|현지)(?=\s|$)")
_PARTY = re.compile(r"\s?(?:측|시각|시간|정부|대표(?:팀|단)?|선수단|팀|당국)(?![가-힣]*(?:청사|센터|관))")
_GLOSS = re.compile(r"\([^()]*\)")
_VENUE = re.compile(
    rf"(?:[가-힣A-Za-z0-9]+ ){{0,3}}[가-힣A-Za-z0-9]*(?:{any_of(words('clauses', 'venues'))})$"
)
"""A place by what it is, whose name nobody knows: 나래 연구개발 단지."""

_TAIL = re.compile(r"(?:[가-힣]{0,4}(?: [가-힣A-Za-z0-9]+){1,3}|[가-힣]{0,4})")


def place_of(
    block: TextBlock, tokens: Sequence[Token], phrases: Sequence[Phrase], verb: Verb, index: MentionIndex
) -> str | None:
    """Give the place in the nearest phrase whose particle may tell one for this verb, or None."""
    for phrase in reversed(phrases):
        start, end = tokens[phrase.first].start, tokens[phrase.last - 1].end
        court = "심리" in verb.where and phrase.particle == "로" and block.text[start:end].endswith("심리")
        if not court and phrase.particle not in verb.where:
            continue
        glosses = (
            [match.span() for match in _GLOSS.finditer(block.text[start:end])] if "(" in block.text else []
        )
        for mention, entity in index.within(block.index, start, end):
            visited = (verb.kind == "visit" and phrase.particle == "을") or verb.stem == "출석"
            if any(start + a < mention.start < start + b for a, b in glosses):
                continue  # 오세린(나래 유나이티드) 앞에서
            named = _BUILDING.search(mention.text) or _BUILDING.search(block.text, mention.start, end)
            building = entity.type == "OG" and (visited or named)
            if entity.type != "LC" and not building:
                continue
            tail = block.text[mention.end : end]
            if tail.strip().endswith(endings("clauses", "match")) and len(tail.split()) > 1:
                continue  # 잉글랜드 프리미어리그 30라운드 홈 경기에서
            if _PARTY.match(tail) or (phrase.particle in ("에", "을", "로") and tail.strip() and not court):
                continue
            if phrase.particle != "에서" or court:
                return entity.name if entity.type == "LC" else mention.text
            if tail.endswith(endings("clauses", "held")) or tail.endswith(("감사", "수사", "조사", "심사")):
                return mention.text  # 나래시 정기감사에서
            whole = (
                mention.text + _GLOSS.sub("", tail) if _TAIL.fullmatch(_GLOSS.sub("", tail)) else mention.text
            )
            return re.sub(r"\s+", " ", _FILLER.sub("", whole)).strip()
        while start and start < end and not block.text[start - 1].isspace():
            start += 1
        if phrase.particle in ("을", "로") and block.text[start:end].endswith(endings("acts", "whereabouts")):
            return re.sub(r"\s+", " ", block.text[start:end])  # 현장을 찾아
        if phrase.particle == "에서" and (venue := _VENUE.search(block.text, start, end)):
            return re.sub(r"\s+", " ", venue[0])
    return None
