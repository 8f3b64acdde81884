"""Statements about the future: what will, may or is expected to be, who says so, and for when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from store.extract.document import Document, Token
from store.extract.forecast.future import Sign, promised, signs_of
from store.extract.forecast.headline import headline_forecasts
from store.extract.forecast.nouns import EXPECTING
from store.extract.names import MentionIndex
from store.extract.quotation.scene import nearest_subject
from store.extract.quotation.speaker import named, sureness
from store.extract.quotation.subject import subjects_of
from store.extract.quotation.unit import Unit, block_units
from store.model import Entity, Forecast, Quotation, Span, Speaker, Time

_COMING = re.compile(
    r"내년|내후년|내달|다음\s?(?:달|주|해)|앞으로|향후|장차|머지않아|조만간|연내|연말|하반기|장기적으로"
    r"|\d+(?:년|개월|달|주|일)\s?(?:뒤|후|안에|내에|이내)|(?:20[2-9]\d)년|이르면|늦어도|오는\s?\d"
    r"|[년월일주말초]까지"
)

_SOME_DAY = frozenset(("앞으로", "향후", "장차", "머지않아"))
"""Times that make no resolve a forecast: 앞으로 열심히 하겠다."""

RULES = {
    "expected": 0.9,
    "will": 0.8,
    "may": 0.65,
    "plan": 0.8,
    "intent": 0.7,
    "resolve": 0.75,
    "possible": 0.7,
    "weather": 0.9,
}
"""The rules by what makes a statement one about the future, with how sure it is."""

_TIMED = frozenset({"may", "plan", "resolve"})
"""Rules whose statements need a time of their own."""

_EXPECTS = re.compile(
    r"전망|예상|예측|내다[보봤봐]|점[치쳤쳐]|기대|우려|관측|예견|경고"
    r"|낙관|비관|장담|확신|자신|보고 있|본다|봤다|믿"
)
"""Verbs of speech that make a forecast of what is said."""

_FORESEES = re.compile(r"전망|예상|예측|내다[보봤봐]|점[치쳤쳐]|관측|예견")
"""Verbs of speech that make one even of what says nothing of the future: "값이 오른다"고 내다봤다."""

_ORDERS = re.compile(r"주문|당부|요구|촉구|지시|권고|요청|제안|명령|권[하했]")
"""Verbs of speech by which what is to be done is another's: 대책을 마련할 것을 주문했다."""

_DONE = frozenset({"will", "plan", "resolve"})

_SHORTEST = 6
"""Characters of the shortest statement."""

_MOST_POSSIBLE = 3
"""Of what may be, without its time and its speaker, how much a text that looks ahead has."""

_SPREAD = re.compile(
    r"(?:전망|관측|예상|우려|기대|분석|예측|목소리|얘기|이야기|의견|해석)(?:이|가|도|까지)\s?"
    r"(?:나[오온왔]|제기|많|우세|지배적|잇[따달]|커지|커졌|커진|적지|있다|힘을|고개|조심스럽게)"
)
"""How a forecast spreads that is of many: …는 관측이 나온다."""

_VOICES = re.compile(
    r"(?:(?:이에|이를 두고|하지만|그러나|다만|반면) )?"
    r"((?:[가-힣]+ )?[가-힣]*(?:증권가|금융가|월가|정가|관가|업계|학계|재계|의료계|문화계|체육계|법조계"
    r"|정치권|금융권|여권|야권|전문가들?|시장))"
    r"(?:들 사이)?에(?:선|서는|서도|서)\s"
)
"""Where it spreads, and whose word it is: 증권가에선 …."""

_CLOSING = re.compile(r"[\"”'’」』]\S*\s*")
_SEASON_ENDS = {"SP": "05", "SU": "08", "FA": "11", "WI": "12"}


def find_forecasts(
    document: Document, quotations: Sequence[Quotation], times: Sequence[Time], entities: Sequence[Entity]
) -> list[Forecast]:
    """Give the statements about the future of an article; a headline's only where its body has them not."""
    mentions = MentionIndex(entities)
    published = document.published.isoformat() if document.published else None
    quoted: dict[int, list[tuple[Span, Quotation]]] = {}
    for quotation in quotations:
        for quote in quotation.quotes:
            quoted.setdefault(quote.block, []).append((quote, quotation))
    for quotes in quoted.values():
        quotes.sort(key=lambda pair: (pair[0].start, pair[0].end))
    found: list[Forecast] = []
    topics = _Topics(mentions)
    for block in document.blocks:
        if block.role not in ("paragraph", "caption"):
            continue
        of_block = [time for time in times if time.block == block.index]
        for unit in block_units(block):
            for stretch in _stretches(unit, quoted.get(block.index, [])):
                found += _in_stretch(unit, stretch, of_block, published, mentions, topics)
            topics.units.append(unit)
    found = _without_lore(found)
    return [*headline_forecasts(document, found, quotations), *found]


def _without_lore(found: list[Forecast]) -> list[Forecast]:
    """Leave out what may be in a text that tells of it all along: that is what it teaches, not foresees."""
    lore = [f for f in found if f.rule == "forecast.possible" and f.speaker.name is None]
    return [f for f in found if f not in lore] if len(lore) > _MOST_POSSIBLE else found


class Topic(NamedTuple):
    """Whom a text is about, with the block that says so."""

    block: int
    speaker: Speaker


class _Stretch(NamedTuple):
    """A stretch of a unit: a sentence of a quotation, or what stands outside of them."""

    start: int
    end: int
    quotation: Quotation | None


def _stretches(unit: Unit, quoted: list[tuple[Span, Quotation]]) -> list[_Stretch]:
    """Cut a unit into its quotes and the rest, which the article itself says."""
    stretches: list[_Stretch] = []
    at = unit.start
    last = bisect_left(quoted, unit.end, key=lambda pair: pair[0].start)
    for quote, quotation in quoted[:last]:
        start, end = max(quote.start, unit.start), min(quote.end, unit.end)
        if end <= unit.start or start < at:
            continue
        stretches.append(_Stretch(at, start, None))
        cuts = [start, *_sentence_ends(unit, start, end), end]
        stretches += [_Stretch(a, b, quotation) for a, b in pairwise(cuts) if a < b]
        at = end
    stretches.append(_Stretch(at, unit.end, None))
    return stretches


class _Topics:
    """What the units before a forecast are about, read only where a forecast asks for it."""

    def __init__(self, mentions: MentionIndex) -> None:
        self._mentions, self._last = mentions, Topic(-1, Speaker())
        self.units: list[Unit] = []

    def last(self) -> Topic:
        """Give the topic of the last unit that has one."""
        while self.units:
            if topic := _topic_of(self.units.pop(), self._mentions):
                self._last = topic
                self.units.clear()
        return self._last


def _topic_of(unit: Unit, mentions: MentionIndex) -> Topic | None:
    """Give the body or the person that a unit is about, where it names one."""
    for subject in subjects_of(unit, mentions):
        if subject.topic and subject.able and subject.clause != "relative" and subject.kind != "pronoun":
            body = subject.body(mentions, unit.block.index)
            who = body or subject.entity
            name = body.name if body is not None else subject.name
            return Topic(unit.block.index, Speaker(name, who.id if who is not None else None, "carried"))
    return None


def _sentence_ends(unit: Unit, start: int, end: int) -> list[int]:
    tokens = unit.tokens
    return [
        tokens[i].end
        for i in range(1, len(tokens))
        if tokens[i].tag == "SF" and tokens[i - 1].tag == "EF" and start < tokens[i].end < end
    ]


def _tokens_of(unit: Unit, stretch: _Stretch) -> list[Token]:
    """Give the tokens of a stretch; the article's own words are those outside of marks."""
    start, end, quotation = stretch
    tokens = unit.tokens
    if start > unit.start or end < unit.end:
        tokens = [token for token in tokens if start <= token.start and token.end <= end]
    if quotation is None and unit.regions:
        tokens = [token for token in tokens if unit.region_at(token.start) is None]
    return tokens


def _in_stretch(
    unit: Unit,
    stretch: _Stretch,
    times: list[Time],
    published: str | None,
    mentions: MentionIndex,
    topics: _Topics,
) -> list[Forecast]:
    start, end, quotation = stretch
    tokens = _tokens_of(unit, stretch)
    signs = [*signs_of(tokens, quotation is not None), *_foreseen(stretch, tokens)]
    future = [t for t in times if _is_coming(t, published)] if signs or quotation else []
    if not signs and any(start <= t.start < end for t in future):
        signs = promised(tokens)
    for sign in signs:
        first, last = _bounds(unit, stretch, _clause_start(tokens, sign.at, start))
        long = quotation is not None and _has_length(times, first, last)
        horizon = _horizon(future, first if long else unit.start, first, last)
        timed = horizon is not None or _has_time(unit.block.text[first:last], sign)
        rule = _rule(sign, timed, quotation)
        if rule is None or last - first < _SHORTEST:
            continue
        who = quotation.speaker if quotation is not None else _forecaster(unit, sign, mentions, topics.last())
        return [
            Forecast(
                unit.block.text[first:last],
                unit.block.index,
                first,
                last,
                certainty="forecast",
                confidence=round(RULES[rule] * sureness(who), 2),
                rule=f"forecast.{rule}",
                speaker=who,
                time=horizon.value if horizon is not None else None,
            )
        ]
    return []


def _horizon(future: list[Time], earliest: int, first: int, last: int) -> Time | None:
    """Give the time to come that a statement names, else the first from ``earliest`` before it."""
    inside = next((t for t in future if first <= t.start < last), None)
    return inside or next((t for t in future if earliest <= t.start < first), None)


def _has_time(statement: str, sign: Sign) -> bool:
    """Say whether words tell of a time to come; for a resolve some day is none."""
    coming = _COMING.search(statement)
    return coming is not None and not (sign.rule == "resolve" and coming.group() in _SOME_DAY)


def _has_length(times: Sequence[Time], first: int, last: int) -> bool:
    """Say whether somebody tells how long something takes, and needs no date of other words."""
    return any(first <= time.start < last and (time.value or "").startswith("P") for time in times)


def _foreseen(stretch: _Stretch, tokens: list[Token]) -> list[Sign]:
    """Give the sign of a quote's last sentence whose speaker foresees it, whatever it says of what is."""
    quotation = stretch.quotation
    if quotation is None or not _FORESEES.match(quotation.cue) or not tokens:
        return []
    present = any(token.tag == "EP" or (token.tag == "VX" and token.form == "있") for token in tokens[-3:])
    last = quotation.quotes[-1].end == stretch.end
    return [Sign("expected", len(tokens) - 1, tokens[-1].start, None)] if last and not present else []


def _bounds(unit: Unit, stretch: _Stretch, first: int) -> tuple[int, int]:
    """Give the statement's place in the block: behind a quotation's marks, to its last word."""
    text, end = unit.block.text, stretch.end
    torn = _CLOSING.match(text, first, end) if stretch.quotation is None and first > unit.start else None
    first = torn.end() if torn is not None else first
    while first < end and text[first] in " ,.\xa0":
        first += 1
    return first, len(text[:end].rstrip(" .\xa0]"))


def _rule(sign: Sign, timed: bool, quotation: Quotation | None) -> str | None:
    """Give the rule by which a sign makes a forecast; None where it makes none.

    What is only possible, planned or resolved needs its time, or a speaker who expects it; else it is a
    weaker one, or none.
    """
    if quotation is not None and sign.rule in _DONE and _ORDERS.match(quotation.cue):
        return None
    if sign.rule not in _TIMED:
        return sign.rule
    if quotation is not None and sign.rule != "resolve" and _EXPECTS.match(quotation.cue):
        return "expected"
    return sign.rule if timed else sign.untimed


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
    last = _last_day(time.value.split("/")[-1])
    return last >= published[: len(last)] and time.value[:10] != published


def _last_day(value: str) -> str:
    """Write a week as its last day and a season as its last month, so that values compare as text."""
    year, _, rest = value.partition("-")
    if rest.startswith("W") and rest[1:3].isdigit():
        return date.fromisocalendar(int(year), int(rest[1:3]), 7).isoformat()
    return f"{year}-{_SEASON_ENDS[rest]}" if rest in _SEASON_ENDS else value


def _forecaster(unit: Unit, sign: Sign, mentions: MentionIndex, topic: Topic) -> Speaker:
    """Give who expects or plans (…ㄹ 것으로 내다봤다, …ㄹ 방침이다); else the article itself does.

    A plan that names nobody is that of whom the sentences before are about.
    """
    text = unit.block.text
    if sign.rule != "plan" and not _is_active(unit, sign.start):
        voiced = _SPREAD.search(text, sign.start, unit.end) and _VOICES.match(text, unit.start, sign.start)
        return Speaker(voiced[1], mentions.id_of(voiced[1]), "explicit") if voiced else Speaker()
    subjects = subjects_of(unit, mentions)
    # 직원도 뽑을 계획이다: what is added may as well be what is done.
    sole = [s for s in subjects if text[s.after - 1] not in "도만"]
    able = [s for s in sole if s.able] or [s for s in subjects if s.able and s.entity is not None]
    subject = nearest_subject([s for s in able if s.clause != "relative"])
    near = 0 <= unit.block.index - topic.block <= 1
    if subject is None:
        bare = not any(s.topic for s in sole) and text[sign.start] != "될"
        if sign.rule == "expected" and topic.block == unit.block.index and not any(s.able for s in subjects):
            return topic.speaker  # 한은은 금리를 내렸다. 물가 상승률은 2%로 예상했다
        return topic.speaker if sign.rule == "plan" and near and bare else Speaker()
    if subject.kind == "pronoun":
        return topic.speaker if near else Speaker()
    body = subject.body(mentions, unit.block.index)
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
