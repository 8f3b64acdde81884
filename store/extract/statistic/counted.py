"""What a number counts by the clause beside it: 숨진 3명, 3명이 숨졌다, 30억원을 투자한 한빛."""

from __future__ import annotations

import re

from store.extract.statistic.behind import cost_of, money_done_with, owner_behind, relative_owner
from store.extract.statistic.clause import act_of, clause_behind, done_to, modifier_before, money_made
from store.extract.statistic.number import Number
from store.extract.statistic.phrase import is_money
from store.extract.statistic.share import PART
from store.extract.statistic.whose import is_measuring

_NOUN = {
    "명": "사람",
    "건": "건수",
    "대": "대수",
    "곳": "곳",
    "가구": "가구",
    "개국": "나라",
    "주": "주식",
}
"""What a unit counts, for a clause to say which."""

_COUNTERS = frozenset({*_NOUN, "개", "마리", "척", "채", "그루", "표", "석"})
_TIMES = frozenset({"회", "차례", "번"})
_GAINED = frozenset({"표", "석", "점", "골", "승"})
_WON = re.compile(r"씩?[을를]?\s?(?:얻|받|획득|득표)")
_OF_THEM = re.compile(r"\s(?:중|가운데)")


def counted(number: Number, subject: str | None) -> str | None:
    """Say what a number counts by the clause beside it, else give ``subject``."""
    block, quantity, before = number.block, number.quantity, number.before
    noun = _NOUN.get(quantity.unit)
    if quantity.unit in _COUNTERS:
        done = modifier_before(block, number.first, quantity.start, number.covered) if noun else None
        if done:
            return f"{done} {noun}"
        if _OF_THEM.match(block.text, quantity.end):
            return before.measure if before and before.quantity.text == quantity.text else None
    if is_money(quantity):
        return _money(number, subject)
    if quantity.unit in _GAINED:
        gained = relative_owner(block, quantity.end, number.covered) or subject
        gained = gained or owner_behind(block, quantity.end, number.covered)
        won = gained and quantity.unit == "표" and _WON.match(block.text, quantity.end)
        return f"{gained} 득표" if won else gained
    if quantity.unit in _TIMES and not number.lead.endswith(("을 ", "를 ")):
        subject = act_of(block, quantity.end) or subject
    ends = number.series.last
    clause = clause_behind(block, ends, number.covered) or done_to(block, quantity.end) if noun else None
    if clause:
        return f"{clause} {noun}"
    if before and before.measure and number.gap and PART.fullmatch(number.gap):
        return before.measure
    return subject or owner_behind(block, quantity.end, number.covered)


def _money(number: Number, subject: str | None) -> str | None:
    """Say what money is by what is done with it (3억원을 투자했다 → 투자액, 청소에 썼다 → 청소 비용)."""
    block, end = number.block, number.quantity.end
    if cost := cost_of(block, number.first, number.quantity, number.covered):
        return cost
    described = relative_owner(block, end, number.covered)
    subject = described or subject
    if not subject and number.before and number.gap in ("을 ", "를 "):
        subject = number.before.measure  # 유조선 4척을 3억 달러에 수주했다
    handled = money_done_with(block, number.series.last)
    given = described or handled or number.beside or (subject and is_measuring(subject))
    if subject and not given and (spent := done_to(block, number.series.last)):
        return f"{subject} {spent} 돈"
    if handled:
        return f"{subject} {handled}" if subject else handled
    return subject or owner_behind(block, end, number.covered) or money_made(block, end)
