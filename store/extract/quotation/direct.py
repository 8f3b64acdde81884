"""Direct speech: the acts of speaking that the quotation marks of a unit make."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.extract.marks import Region
from store.extract.quotation.cues import Cue
from store.extract.quotation.phrase import Subject
from store.extract.quotation.tail import TITLED, Tail, cue_after, is_clause, is_given, last_word, read_tail
from store.extract.quotation.unit import Unit

_SAYER = re.compile(r"(?:이?라|다)?(?:는|던)\s")


class Act(NamedTuple):
    """One act of direct speech: its quoted regions, the stretch it fills, and the verb that carries it.

    ``start`` is where the stretch begins that may name the speaker, ``tail`` where the last quotation's
    particle ends, ``end`` where the verb (or the unit) ends. ``floating`` acts have no speaker but the
    ``owner`` of their noun, a phrase that ends there (…라는 주민들의 말).
    """

    regions: tuple[Region, ...]
    start: int
    tail: int
    end: int
    cue: Cue | None
    verb: str
    rule: str
    floating: bool = False
    owner: int = 0


def acts_of(unit: Unit, subjects: list[Subject]) -> list[Act]:
    """Give the acts of direct speech in a unit, in order."""
    acts: list[Act] = []
    parts: list[Region] = []
    start = unit.start
    parts_tail = unit.start
    regions = [region for region in unit.regions if _may_speak(unit, region)]
    for i, region in enumerate(regions):
        following = regions[i + 1].opening if i + 1 < len(regions) else unit.end
        tail = read_tail(unit, region, following)
        other = _someone_else(subjects, parts_tail, region.opening) if parts else None
        if other is not None:
            acts.append(_close(unit, parts, start, parts_tail, other.start, "joined"))
            parts, start = [], acts[-1].end
        if tail.kind == "listed":
            if _leads_to_speech(unit, regions, i):
                parts, parts_tail = [*parts, region], region.closing
            continue
        if tail.kind == "joins":
            parts, parts_tail = [*parts, region], tail.end
            if i + 1 < len(regions) and cue_after(unit, tail.end, following):
                acts.append(_close(unit, parts, start, parts_tail, following, "joined"))
                parts, start = [], acts[-1].end
            continue
        if tail.kind == "term" and _is_told(unit, region, following):
            tail = tail._replace(kind="quotes")
        if tail.kind == "term" and not parts and _is_followed(unit, region, subjects, following):
            acts.append(_close(unit, [region], start, region.closing, following, "followed"))
            start = acts[-1].end
            continue
        spoken = bool(acts) and acts[-1].cue is not None and not acts[-1].floating
        act = _quoted(unit, [*parts, region], start, tail, following, subjects, spoken=spoken)
        if act is None:
            said = is_clause(unit, region) or _begins_with_speaker(subjects, region)
            if tail.kind == "quotes" and said and following < unit.end:
                parts, parts_tail = [*parts, region], tail.end
            continue
        acts.append(act)
        parts, start = [], start if act.floating else act.end
    if parts:
        acts.append(_close(unit, parts, start, parts_tail, unit.end, "joined"))
    return acts


def _may_speak(unit: Unit, region: Region) -> bool:
    """A single-quoted region speaks only with 라고 and a verb of speech; a term in '…' is left alone."""
    if region.kind == "double":
        return True
    tail = read_tail(unit, region, unit.end)
    if tail.kind == "joins":
        return is_clause(unit, region) or " " in unit.block.text[region.start : region.end]
    if tail.kind == "noun" and tail.noun == "취지":
        cue = cue_after(unit, tail.end, unit.end)
        return is_clause(unit, region) and cue is not None and cue.kind == "say"
    if tail.kind != "quotes":
        return False
    cue = cue_after(unit, tail.end, unit.end)
    return cue is not None and cue.kind != "name"


def _someone_else(subjects: list[Subject], start: int, end: int) -> Subject | None:
    between = [s for s in subjects if start <= s.start and s.after <= end]
    return next((s for s in between if s.able and s.clause == "main"), None)


def _leads_to_speech(unit: Unit, regions: list[Region], i: int) -> bool:
    """Whether a list of quotations ends in one that is speech: then all of them are."""
    for j in range(i + 1, len(regions)):
        following = regions[j + 1].opening if j + 1 < len(regions) else unit.end
        tail = read_tail(unit, regions[j], following)
        if tail.kind != "listed":
            return tail.kind in ("joins", "quotes", "noun")
    return False


def _close(unit: Unit, parts: list[Region], start: int, tail: int, limit: int, rule: str) -> Act:
    cue = cue_after(unit, tail, limit)
    end = cue.end if cue else limit
    verb = unit.block.text[cue.start : cue.end] if cue else last_word(unit, tail, limit)
    return Act(tuple(parts), start, tail, end, cue, verb, rule if cue else f"{rule}-verbless")


def _quoted(
    unit: Unit,
    parts: list[Region],
    start: int,
    tail: Tail,
    limit: int,
    subjects: list[Subject],
    *,
    spoken: bool,
) -> Act | None:
    """Read the parts up to one that may close an act; where somebody has ``spoken`` before, less does."""
    region, more = parts[-1], limit < unit.end
    if tail.kind == "quotes":
        cue = cue_after(unit, tail.end, limit)
        if cue is not None and cue.kind == "name":
            return None
        said = spoken or is_clause(unit, region) or _begins_with_speaker(subjects, region)
        if cue is None and (more or not said or not _has_predicate(unit, tail.end)):
            return None
        return _close(unit, parts, start, tail.end, limit, "quoted")
    if tail.kind == "noun":
        given = is_given(unit, tail, limit)
        if not is_clause(unit, region) and (not given or tail.noun in TITLED):
            return None
        owner = tail.owner or (0 if given else _owner_before(unit, region))
        if owner or not given:
            rule = "noun-owned" if owner else "noun-floating"
            return Act(tuple(parts), start, tail.end, tail.end, None, tail.noun, rule, not given, owner)
        act = _close(unit, parts, start, tail.end, limit, "noun")
        hangs_on = last_word(unit, tail.end - len(tail.noun), limit)
        return act if act.cue is not None else act._replace(verb=hangs_on)
    return _before_speaker(unit, parts, start, subjects) if tail.kind == "term" else None


def _before_speaker(unit: Unit, parts: list[Region], start: int, subjects: list[Subject]) -> Act | None:
    """Read a clause in marks that says what kind of person somebody is: "힘들다"는 정 대표는 울었다."""
    region = parts[-1]
    named = _SAYER.match(unit.block.text, region.closing)
    if named is None or region.kind != "double" or not is_clause(unit, region):
        return None
    sayer = next((s for s in subjects if s.start == named.end() and s.able and s.kind != "pronoun"), None)
    if sayer is None:
        return None
    return Act(tuple(parts), start, named.end(), named.end(), None, "", "noun-owned", False, sayer.end)


def _begins_with_speaker(subjects: list[Subject], region: Region) -> bool:
    """노조는 "말뿐인 약속"이라고 몰아세웠다: whoever stands right before the marks as the topic says it."""
    return region.kind == "double" and any(
        s.able and s.topic and s.clause == "main" and 0 < region.opening - s.after <= 1 for s in subjects
    )


def _owner_before(unit: Unit, region: Region) -> int:
    """정 대표의 "끝까지 간다"는 말: where the phrase ends whose words the quotation is, or 0."""
    before = unit.block.text[unit.start : region.opening].rstrip()
    return unit.start + len(before) - 1 if before.endswith("의") else 0


def _is_followed(unit: Unit, region: Region, subjects: list[Subject], limit: int) -> bool:
    """A clause in marks with its speaker and verb right behind, and no particle: "…," 그는 말했다."""
    after = unit.block.text[region.closing : region.closing + 1]
    if not (after.isspace() or after == ",") or not is_clause(unit, region):
        return False
    speaker = next((s for s in subjects if s.able and 0 < s.start - region.closing <= 2), None)
    cue = cue_after(unit, speaker.after, limit) if speaker is not None else None
    return cue is not None and cue.kind == "say"


def _is_told(unit: Unit, region: Region, limit: int) -> bool:
    """A clause in marks with its verb right behind, and no particle: "…" 말했다."""
    after = unit.block.text[region.closing : region.closing + 1]
    cue = cue_after(unit, region.closing, limit) if after == " " and is_clause(unit, region) else None
    return cue is not None and cue.kind == "say" and cue.start == region.closing + 1


def _has_predicate(unit: Unit, start: int) -> bool:
    return any(token.tag in ("EF", "EC") and token.start >= start for token in unit.tokens)
