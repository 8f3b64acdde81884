"""Direct speech: the acts of speaking that the quotation marks of a unit make."""

from __future__ import annotations

from typing import NamedTuple

from store.extract.marks import Region
from store.extract.quotation.cues import Cue
from store.extract.quotation.phrase import Subject
from store.extract.quotation.tail import TITLED, Tail, cue_after, is_clause, is_given, last_word, read_tail
from store.extract.quotation.unit import Unit


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
        if parts and _someone_else(subjects, parts_tail, region.opening):
            acts.append(_close(unit, parts, start, parts_tail, region.opening, "joined"))
            parts, start = [], acts[-1].end
        if tail.kind == "listed":
            if _leads_to_speech(unit, regions, i):
                parts, parts_tail = [*parts, region], region.closing
            continue
        if tail.kind == "joins":
            if region.kind == "double" or is_clause(unit, region):
                parts, parts_tail = [*parts, region], tail.end
                if i + 1 < len(regions) and cue_after(unit, tail.end, following):
                    acts.append(_close(unit, parts, start, parts_tail, following, "joined"))
                    parts, start = [], acts[-1].end
            continue
        act = _quoted(unit, [*parts, region], start, tail, following, i + 1 < len(regions))
        if act is None:
            if tail.kind == "quotes" and is_clause(unit, region) and following < unit.end:
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
        return is_clause(unit, region)
    if tail.kind != "quotes":
        return False
    cue = cue_after(unit, tail.end, unit.end)
    return cue is not None and cue.kind != "name"


def _someone_else(subjects: list[Subject], start: int, end: int) -> bool:
    return any(
        subject.able and subject.clause == "main" and start <= subject.start and subject.after <= end
        for subject in subjects
    )


def _leads_to_speech(unit: Unit, regions: list[Region], i: int) -> bool:
    """Whether a list of quotations ends in one that is speech: then all of them are."""
    for j in range(i + 1, len(regions)):
        following = regions[j + 1].opening if j + 1 < len(regions) else unit.end
        tail = read_tail(unit, regions[j], following)
        if tail.kind != "listed":
            return tail.kind in ("joins", "quotes")
    return False


def _close(unit: Unit, parts: list[Region], start: int, tail: int, limit: int, rule: str) -> Act:
    cue = cue_after(unit, tail, limit)
    end = cue.end if cue else limit
    verb = unit.block.text[cue.start : cue.end] if cue else last_word(unit, tail, limit)
    return Act(tuple(parts), start, tail, end, cue, verb, rule if cue else f"{rule}-verbless")


def _quoted(unit: Unit, parts: list[Region], start: int, tail: Tail, limit: int, more: bool) -> Act | None:
    region = parts[-1]
    if tail.kind == "quotes":
        cue = cue_after(unit, tail.end, limit)
        if cue is not None and cue.kind == "name":
            return None
        if cue is None and (more or not is_clause(unit, region) or not _has_predicate(unit, tail.end)):
            return None
        return _close(unit, parts, start, tail.end, limit, "quoted")
    if tail.kind == "noun":
        given = is_given(unit, tail, limit)
        if not is_clause(unit, region) and (not given or tail.noun in TITLED):
            return None
        if tail.owner or not given:
            rule = "noun-owned" if tail.owner else "noun-floating"
            return Act(tuple(parts), start, tail.end, tail.end, None, tail.noun, rule, not given, tail.owner)
        return _close(unit, parts, start, tail.end, limit, "noun")
    return None


def _has_predicate(unit: Unit, start: int) -> bool:
    return any(token.tag in ("EF", "EC") and token.start >= start for token in unit.tokens)
