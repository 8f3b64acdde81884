"""Indirect speech: a clause with 다고, 라고, 자고, 냐고 or 것을/기를, and the verb that carries it."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.extract.document import Token
from store.extract.lexicon import words
from store.extract.quotation.cues import Cue, find_cue
from store.extract.quotation.direct import Act
from store.extract.quotation.subject import Subject
from store.extract.quotation.unit import Unit

_REPORTED = re.compile(r"^(?:ㄴ|는|으|느|이)?([다라자냐])(고|며|면서)$")
_PARTICLE = re.compile(r"[도만은는까지]*(?![가-힣])")
_DAY = re.compile(r"(?:\d+월|\d+일(?:\([^)]*\))?|지난달|이달|지난주|이번주|[말초])(?:에|에는)?")
_OCCASIONS, _LEADING, _MOMENTS = (words("settings", key) for key in ("occasions", "leading", "moments"))

NEAR = 7
"""How many words may stand between a reported clause and its verb (…라고 12일 열린 회의에서 밝혔다)."""


class Reported(NamedTuple):
    """Reported words at ``start:end``; ``tail`` is where their particle ends, ``limit`` where the verb does.

    ``segment`` is where the stretch begins that may name the speaker.
    """

    segment: int
    start: int
    end: int
    tail: int
    limit: int
    cue: Cue | None


def reported_clauses(unit: Unit, subjects: list[Subject], acts: list[Act]) -> list[Reported]:
    """Give the reported clauses of a unit in order; those without a verb of speech are left out.

    A clause in 며 or 면서 counts where direct speech follows it in the same unit.
    """
    found: list[Reported] = []
    tokens = unit.block.tokens
    segment = unit.start
    for i in range(unit.first, unit.last):
        ending = _ending(tokens, i)
        if ending is None or _belongs_to_marks(unit, tokens[i].start):
            continue
        words_end, tail, joins = ending
        segment = max([segment, *(act.end for act in acts if act.end <= tokens[i].start)])
        next_act = next((act for act in acts if act.regions[0].opening >= tail), None)
        limit = next_act.regions[0].opening if next_act is not None else unit.end
        cue = _carrier(unit, i, tail, limit)
        if cue is None and not (joins and next_act is not None and _same_speaker(subjects, tail, limit)):
            continue
        if cue is not None and cue.kind == "name":
            continue
        start = _clause_start(unit, segment, words_end, subjects, acts)
        if words_end - start < 4:
            continue
        found.append(Reported(segment, start, words_end, tail, cue.end if cue else tail, cue))
        segment = cue.end if cue else tail
    return found


def _belongs_to_marks(unit: Unit, offset: int) -> bool:
    """Inside quotation marks, or the particle right after them."""
    return any(region.opening <= offset <= region.closing + 1 for region in unit.regions)


def _ending(tokens: list[Token], i: int) -> tuple[int, int, bool] | None:
    """Give where the reported words end, where the particle ends, and whether it is 며 or 면서."""
    token = tokens[i]
    if token.tag in ("EC", "JKQ", "EF") and (match := _REPORTED.match(token.form)):
        kind, particle = match.groups()
        words_end = token.end - len(particle)
        if kind == "라" and i > 0:
            before = tokens[i - 1]
            if token.tag == "JKQ":
                words_end = token.start
            elif before.tag == "VCP":
                words_end = before.start
        return words_end, token.end, particle != "고"
    if (
        token.form in ("고", "며", "면서")
        and token.tag in ("JKQ", "EC")
        and i > 0
        and tokens[i - 1].tag == "EF"
    ):
        if tokens[i - 1].end == token.start:
            return token.start, token.end, token.form != "고"
        return None
    if token.form in ("을", "를") and token.tag == "JKO" and i > 1:
        asked = (
            tokens[i - 1].form == "것" and tokens[i - 2].tag == "ETM" and tokens[i - 2].form in ("ㄹ", "을")
        )
        if asked or (tokens[i - 1].tag == "ETN" and tokens[i - 1].form == "기"):
            end = tokens[i - 1].end
            return end, token.end, False
    return None


def _carrier(unit: Unit, i: int, tail: int, limit: int) -> Cue | None:
    text, tokens = unit.block.text, unit.block.tokens
    particle = _PARTICLE.match(text, tail)
    if particle is None:
        return None
    cue = find_cue(text, particle.end(), limit, NEAR)
    if cue is None:
        return None
    if tokens[i].tag == "JKO" and (cue.kind != "order" and cue.lemma not in ("약속하다", "다짐하다")):
        return None
    for token in tokens[i + 1 : unit.last]:
        if token.start >= cue.start:
            break
        if token.tag == "EF" or (token.tag == "EC" and token.form not in ("어", "아")):
            return None
    return cue


def _same_speaker(subjects: list[Subject], start: int, end: int) -> bool:
    return not any(subject.able and start <= subject.start < end for subject in subjects)


def _clause_start(unit: Unit, segment: int, end: int, subjects: list[Subject], acts: list[Act]) -> int:
    """Give where the reported words begin: after the speaker, the day, the occasion and the like."""
    at = segment
    for act in acts:
        if act.tail <= end:
            at = max(at, act.tail)
    speaker = outer_subject(subjects, at, end)
    if speaker is not None:
        at = speaker.after
    return _skip_setting(unit, at, end)


def outer_subject(subjects: list[Subject], start: int, end: int) -> Subject | None:
    """Give the subject of the verb of speech before a reported clause: the outermost, so the first."""
    inside = [s for s in subjects if start <= s.start and s.after < end and s.able]
    topics = [s for s in inside if s.topic]
    main = [s for s in inside if not s.topic and s.clause != "relative"]
    if topics and (not main or topics[0].start < main[0].start):
        return topics[0]
    if main and (not topics or main[0].clause != "reported"):
        return main[0]
    return next(iter([*topics, *main, *inside]), None)


def _skip_setting(unit: Unit, start: int, end: int) -> int:
    """Skip adverbs, days, occasions and leading clauses until the reported words begin."""
    text, tokens = unit.block.text, unit.block.tokens
    at = start
    subject_at = next(
        (t.start for t in tokens[unit.first : unit.last] if t.tag == "JKS" and at < t.start < end), end
    )
    for match in re.finditer(r"\S+", text[start:subject_at]):
        word_start, word_end = start + match.start(), start + match.end()
        word = match.group().rstrip(",")
        stem = re.sub(r"(?:에서는|에서도|에서|에게|에는|에|으로|로|을|를|과|와의|와)$", "", word)
        leads = word in _LEADING or (
            stem != word and stem in _OCCASIONS and word.endswith(("서", "서는", "서도"))
        )
        leads = leads or (
            stem != word and any(stem.endswith(o) for o in _OCCASIONS if len(o) > 1) and "서" in word
        )
        leads = leads or word.endswith(("에게", "따르면"))
        momentary = text[at:word_start].strip(" ,") == "" and (
            word in _MOMENTS or _DAY.fullmatch(word) is not None
        )
        if word_end < end and (leads or momentary):
            at = word_end
    while at < end and text[at] in " ,":
        at += 1
    return at
