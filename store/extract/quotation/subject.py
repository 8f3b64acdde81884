"""Subjects and topics that can speak: noun phrases before 은/는/이/가, with what their clause is."""

from __future__ import annotations

import re

from store.extract.document import Token
from store.extract.lexicon import words
from store.extract.names import MentionIndex
from store.extract.quotation.phrase import Clause, Subject, phrase_before
from store.extract.quotation.unit import Unit

_TOPIC = frozenset(("은", "는", "ㄴ", "도", "만"))
_SUBJECT = frozenset(("이", "가", "께서"))
_REPORTING = re.compile(r"(?:다|라|자|냐)(?:고|며|면서)$")
_JOINING, _CONTRAST, _DEPENDENT = (words("speech", key) for key in ("joining", "contrast", "dependent"))


def subjects_of(unit: Unit, mentions: MentionIndex) -> list[Subject]:
    """Give the topics and subjects of a unit in order, those inside quotations left out."""
    tokens = unit.block.tokens
    found = []
    bracketed = _bracketed(unit)
    for i in range(unit.first + 1, unit.last):
        token = tokens[i]
        topic = token.tag == "JX" and token.form in _TOPIC
        if not (topic or (token.tag in ("JKS", "JKC") and token.form in _SUBJECT) or _is_emphatic(tokens, i)):
            continue
        if unit.region_at(token.start) is not None or i in bracketed:
            continue
        head = i - 1
        # 정부에서는, 일각에서도: the particle of place before the topic's.
        placed = tokens[head].tag == "JKB" and tokens[head].form in ("에서", "께서")
        if placed:
            head -= 1
        elif tokens[head].tag in ("JKB", "JX"):
            continue
        subject = phrase_before(unit, head, mentions)
        if subject is not None:
            if placed and subject.entity is not None and subject.entity.type == "LC":
                subject = subject._replace(kind="unknown")
            found.append(
                subject._replace(
                    after=token.end,
                    topic=topic or token.tag == "MAG",
                    clause=_clause(unit, i + 1, topic),
                )
            )
    return found


def _bracketed(unit: Unit) -> set[int]:
    """Give the tokens inside brackets: what stands there is an aside, never the sentence's own subject."""
    inside: set[int] = set()
    depth = 0
    for i in range(unit.first, unit.last):
        token = unit.block.tokens[i]
        if token.form in ("(", "（"):
            depth += 1
        elif token.form in (")", "）"):
            depth = max(0, depth - 1)
        elif depth:
            inside.add(i)
    return inside


def _is_emphatic(tokens: list[Token], i: int) -> bool:
    """김 대표 역시, 김 대표 또한: an adverb in the place of the particle."""
    return (
        tokens[i].tag == "MAG" and tokens[i].form in ("역시", "또한") and tokens[i - 1].tag.startswith("NN")
    )


def _clause(unit: Unit, after: int, topic: bool) -> Clause:
    """Say what the clause is whose subject ends before token ``after``: by its predicate's ending.

    A topic reaches over the clauses that modify a noun.
    """
    tokens = unit.block.tokens
    for i in range(after, unit.last):
        token = tokens[i]
        region = unit.region_at(token.start)
        if region is not None:
            if region.kind == "double":
                return "main"
            continue
        if token.tag == "EF":
            following = tokens[i + 1] if i + 1 < unit.last else None
            reported = following is not None and following.tag == "JKQ"
            return "reported" if reported else "main"
        if token.tag == "EC":
            if _REPORTING.search(token.form):
                return "reported"
            if token.form in _CONTRAST:
                return "contrast"
            if token.form in _JOINING:
                return "adverbial"
        if token.tag == "ETM" and not topic and i + 1 < unit.last:
            if tokens[i + 1].form in ("것", "바") or tokens[i + 1].tag in ("VV", "VX"):
                continue
            return "adverbial" if tokens[i + 1].form in _DEPENDENT else "relative"
    return "main"
