"""Indirect speech: a clause with 다고, 라고, 자고, 냐고 or 것을/기를, and the verb that carries it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from store.extract.document import Token
from store.extract.quotation.cues import Cue, find_cue
from store.extract.quotation.direct import Act
from store.extract.quotation.phrase import Subject
from store.extract.quotation.setting import skip_setting
from store.extract.quotation.unit import Unit

_JOINING = ("고", "며", "면서")
_LAST = frozenset(("고", "며", "서", "라"))
"""What the endings of reported words end in, but for 것을 and 기를."""

_REPORTED = re.compile(r"^(?:ㄴ|는|으|느|이)?([다라자냐])(고|며|면서)$")
_PARTICLE = re.compile(r"[도만은는까지]*(?![가-힣])")
_DENIED = re.compile(r"(?:[가-힣]+\s)*[가-힣]*지[는도]?(?:\s|$)")
_SUPPOSED = re.compile(r"[가-힣]*(?:[^지]면|려면|[할힐될칠낼])")
_MYSELF = re.compile(r"[가-힣]*(?:합니다|봅니다|믿습니다|느낍니다|한다고|본다고)")

_ONLY_A_DAY = re.compile(
    r"[\s,]*(?:(?:(?:지난\s)?(?:\d{1,2}월\s)?\d{1,2}일|이날|전날)(?:\([^()]*\))?[\s,]*)?(?:[^,.]{2,40}[을를]\s(?:인용해|통해)\s)?"
)
"""What may part a reporter whom nothing else makes one from the verb."""

_DAY_OF_SAYING = re.compile(r"(?<!\d)\d{1,2}일(?:\([^()]*\))?\s|이날\s|전날\s|오늘\s")

NEAR = 7
"""How many words may stand between a reported clause and its verb (…라고 12일 열린 회의에서 밝혔다)."""

SHORTEST = 4
"""Characters of the shortest words that count as reported."""


class Reported(NamedTuple):
    """Reported words at ``start:end``; ``tail`` is where their particle ends, ``limit`` where the verb does.

    ``segment`` is where the stretch begins that may name the speaker; ``cue`` is None for a clause in 며 or
    면서 that goes on in the next quotation.
    """

    segment: int
    start: int
    end: int
    tail: int
    limit: int
    cue: Cue | None


class Ending(NamedTuple):
    """What may end reported words at ``end``: the token that says so, and where its particle ends."""

    token: int
    end: int
    tail: int
    joins: bool
    asks: bool


def reported_clauses(
    unit: Unit, endings: list[Ending], subjects: list[Subject], acts: list[Act]
) -> list[Reported]:
    """Give the reported clauses of a unit, by their ``endings``, in order; those without a verb are left out.

    Of words reported inside reported words (…했다고 말했다고 전했다) only the outer ones are given.
    """
    found: list[Reported] = []
    cues = [_carrier(unit, ending, acts, subjects) for ending in endings]
    carried = [(e, c) for e, c in zip(endings, cues, strict=True) if c is not None]
    done = tail = unit.start
    for ending, cue in zip(endings, cues, strict=True):
        if cue is None and not (ending.joins and _goes_on(ending, carried, subjects, acts)):
            continue
        if cue is not None and any(cue.start <= outer.end <= cue.end + 1 for outer, _ in carried):
            continue
        if any(act.regions[-1].closing < ending.end < act.tail for act in acts):
            continue
        if any(act.tail <= ending.end <= act.end for act in acts if act.cue is not None and act.cue != cue):
            continue
        if any(
            _is_thing(unit, act) and len(act.regions) > 1 for act in acts if done <= act.end <= ending.end
        ):
            continue
        own = [act for act in acts if not _is_thing(unit, act)]
        done = max([done, *(act.end for act in own if act.end <= ending.end)])
        start = max([done, tail, *(act.tail for act in own if act.tail <= ending.end)])
        going_on = any(act.rule.startswith("joined") and act.tail <= start for act in own)
        theirs = [s for s in subjects if s.topic] if going_on else subjects
        start = _words_start(unit, start, ending, cue, theirs)
        if ending.end - start < SHORTEST or _begins_with_particle(unit, start):
            continue
        found.append(Reported(done, start, ending.end, ending.tail, cue.end if cue else ending.tail, cue))
        tail = ending.tail
        done = cue.end if cue is not None else done
    return found


def _begins_with_particle(unit: Unit, start: int) -> bool:
    """Whether a noun of the marks before goes on at ``start``: "…"는 데 뜻·을 모았다고."""
    tokens = unit.block.tokens
    at = bisect_left(tokens, start, key=lambda token: token.start)
    return at < len(tokens) and tokens[at].start == start and tokens[at].tag in ("JKO", "JKS")


def _is_thing(unit: Unit, act: Act) -> bool:
    """Whether speech is part of a thing told (…고 요청한 것을 확인했다고), and so of the words around it."""
    return act.cue is not None and is_of_thing(unit, act.end)


def is_of_thing(unit: Unit, end: int) -> bool:
    """Whether the verb that ends at ``end`` describes a 것 or 사실."""
    at = bisect_left(unit.block.tokens, end, key=lambda token: token.end)
    if at + 1 >= len(unit.block.tokens):
        return False
    tokens = unit.block.tokens[at : at + 3]
    ended = any(token.tag == "ETM" and token.end == end for token in tokens)
    thing = next((token for token in tokens if token.start >= end), None)
    return ended and thing is not None and thing.form in ("것", "거", "사실", "점", "데")


def endings_of(unit: Unit) -> list[Ending]:
    """Give what may end reported words outside quotation marks."""
    tokens = unit.block.tokens
    return [
        ending
        for i, token in enumerate(unit.tokens, unit.first)
        if (
            token.tag == "JKO"
            or (token.form[-1:] in _LAST and (token.tag[0] in "EJ" or token.form in _JOINING))
        )
        and (ending := _ending(tokens, i)) is not None
        and not _belongs_to_marks(unit, token.start)
    ]


def _belongs_to_marks(unit: Unit, offset: int) -> bool:
    """Inside quotation marks, or the particle right after them."""
    return any(unit.region_at(at) is not None for at in (offset, offset - 1, offset - 2))


def _ending(tokens: list[Token], i: int) -> Ending | None:
    token, before = tokens[i], tokens[i - 1] if i else None
    if before is None:
        return None
    if token.tag in ("EC", "JKQ", "EF") and (match := _REPORTED.match(token.form)):
        kind, particle = match.groups()
        end = token.end - len(particle)
        if kind == "라" and (token.tag == "JKQ" or before.tag == "VCP"):
            end = token.start if token.tag == "JKQ" else before.start
        return Ending(i, end, token.end, particle != "고", asks=False)
    if token.tag == "EC" and token.form == "라" and before.tag == "VCP":
        return Ending(i, before.start, token.end, joins=False, asks=False)
    if before.tag == "EF" and before.end == token.start and token.form in _JOINING:
        return Ending(i, token.start, token.end, token.form != "고", asks=False)
    if token.tag == "JKO" and i > 1:
        thing = before.form == "것" and tokens[i - 2].tag == "ETM" and tokens[i - 2].form in ("ㄹ", "을")
        if thing or (before.tag == "ETN" and before.form == "기"):
            return Ending(i, before.end, token.end, joins=False, asks=True)
    return None


def _carrier(unit: Unit, ending: Ending, acts: list[Act], subjects: list[Subject]) -> Cue | None:
    """Give the verb of speech that a reported clause hangs on, or None."""
    text, tokens = unit.block.text, unit.block.tokens
    limit = min([unit.end, *(a.regions[0].opening for a in acts if a.regions[0].opening >= ending.tail)])
    particle = _PARTICLE.match(text, ending.tail)
    cue = find_cue(text, particle.end(), limit, NEAR) if particle is not None else None
    if cue is None and particle is not None:
        # …다고 김수로 한빛전자 전략기획본부 부사장이 밝혔다: a long name does not part them.
        behind = next(
            (s for s in subjects if s.kind != "unknown" and particle.end() <= s.start and s.after < limit),
            None,
        )
        cue = find_cue(text, behind.after, limit, NEAR - 1) if behind is not None else None
    if cue is None or cue.kind == "name":
        return None
    if tokens[ending.token].form == "라" and cue.start - ending.tail > 1:
        return None  # …것이라 내다봤다, without 고, stands right before its verb
    if ending.asks and cue.kind != "order" and cue.lemma not in ("약속하다", "다짐하다"):
        return None
    word = text[cue.start : cue.end]
    if _DENIED.fullmatch(word) or _SUPPOSED.fullmatch(word):
        return None
    if cue.kind == "think" and _MYSELF.fullmatch(word):
        return None
    for token in tokens[ending.token + 1 : unit.last]:
        if token.start >= cue.start:
            break
        if token.tag == "EF" or (token.tag == "EC" and token.form not in ("어", "아")):
            return None
    return cue


def _goes_on(
    ending: Ending, carried: list[tuple[Ending, Cue]], subjects: list[Subject], acts: list[Act]
) -> bool:
    """Whether a clause in 며 or 면서 is followed by more of the same speaker's words."""
    later = [act.regions[0].opening for act in acts if act.regions[0].opening >= ending.tail]
    later += [other.end for other, _ in carried if other.end > ending.tail and not other.asks]
    between = [s for s in subjects if later and ending.tail <= s.start < min(later)]
    return bool(later) and not any(s.able and s.topic for s in between)


def _words_start(unit: Unit, start: int, ending: Ending, cue: Cue | None, subjects: list[Subject]) -> int:
    speaker = outer_subject(subjects, start, ending.end)
    after = subject_between(unit, subjects, ending.tail, cue.start) if cue is not None else None
    if speaker is not None and (after is None or after.name == speaker.name):
        start = _own_doing(unit, speaker.after, ending.end)
    asking = cue is not None and cue.kind == "order"
    day_behind = (
        cue is not None and _DAY_OF_SAYING.search(unit.block.text, ending.tail, cue.start) is not None
    )
    return skip_setting(unit, start, ending.end, asking=asking, day_behind=day_behind)


def _own_doing(unit: Unit, start: int, end: int) -> int:
    """정 대표는 팀을 꾸리면서, 보고는 받지 않겠다고 말했다: what the speaker does while speaking is not said.

    A clause with a subject of its own (물가가 오르면서, …) is.
    """
    tokens = unit.block.tokens
    for token, following in pairwise(tokens[unit.first : unit.last]):
        if token.start < start:
            continue
        if token.start >= end or token.tag in ("JKS", "JX", "JKC"):
            break
        if token.tag == "EC" and token.form in ("면서", "으면서") and following.form == ",":
            return following.end
    return start


def subject_between(unit: Unit, subjects: list[Subject], start: int, end: int) -> Subject | None:
    """Give the subject that stands between what is said and its verb: 그는 in …라고 그는 말했다."""
    inside = [s for s in subjects if start <= s.start and s.after <= end]
    able = next((s for s in reversed(inside) if s.able and s.clause != "relative"), None)
    if (
        able is None
        and inside
        and _ONLY_A_DAY.fullmatch(unit.block.text, inside[-1].after, max(end, inside[-1].after))
    ):
        return inside[-1]
    return able


def outer_subject(subjects: list[Subject], start: int, end: int) -> Subject | None:
    """Give the subject of the verb of speech before a reported clause: the outermost, so the first."""
    inside = [s for s in subjects if start <= s.start and s.after < end]
    inside = [s for s in inside if s.able or (s.kind == "name" and s.topic)]
    topics = [s for s in inside if s.topic]
    if len(topics) > 1 and not topics[0].able and topics[1].able:
        topics = topics[1:]
    main = [s for s in inside if not s.topic and s.clause != "relative"]
    if topics and (not main or topics[0].start < main[0].start):
        return topics[0]
    if main and (not topics or main[0].clause != "reported"):
        return main[0]
    return next(iter([*topics, *main, *inside]), None)
