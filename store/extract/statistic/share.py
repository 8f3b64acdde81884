"""What a percentage is one of: a share of a whole, or a rate."""

from __future__ import annotations

import re

from store.extract.statistic.behind import noun_led_to, owner_behind, rate_behind
from store.extract.statistic.clause import clause_behind
from store.extract.statistic.number import Measured, Number
from store.extract.statistic.subject import topic_of
from store.extract.statistic.whose import is_measuring
from store.extract.word_groups import group_endings

WHOLE = re.compile(r"(?:의|\s가운데|\s중)\s?(?:약\s|최소\s)?$")
"""What stands between a whole and its part."""

PART = re.compile(r"\s(?:중|가운데)\s(?:약\s|최소\s)?")
"""What stands between a number and the number that is part of it."""

_EVERYTHING = frozenset({"전체", "총", "국내 전체", "모두"})
_BAND = re.compile(r"(\d0대(?:\s이상)?)\s$")
"""An age that a share is that of: 20대 15%, 30대 31%."""


def percentage(number: Number, subject: str | None) -> Measured:
    """Say what a percentage is one of, ``subject`` being what it is said of."""
    block, quantity, covered = number.block, number.quantity, number.covered
    if not subject and (band := _BAND.search(number.lead)):
        return Measured(quantity, band[1])
    whole = _whole(number, subject)
    if number.gap and PART.fullmatch(number.gap):
        subject = whole
    if whole in _EVERYTHING:
        topic = topic_of(block, number.first, quantity.start, covered)
        return Measured(quantity, f"{topic.text}의 비율" if topic else None)
    clause = clause_behind(block, quantity.end, covered)
    of_all = topic_of(block, number.first, quantity.start, covered) if whole and not clause else None
    if of_all and is_measuring(of_all.text):
        return Measured(quantity, of_all.text)  # 대기 밀도는 지구의 1%다
    if clause and not whole:
        whole = _parted(number, subject)
    share = _share(whole, clause)
    if share and (whole or not number.beside):
        return Measured(quantity, share, whole)
    beside = whole or number.beside
    if not beside and block.text.startswith("의 ", quantity.end):
        of = noun_led_to(block, quantity.end, covered)
        subject = of if of is None or is_measuring(of) else f"{of}의 비율"
    rate = None if beside else rate_behind(block, quantity.end)
    return Measured(quantity, rate or subject or owner_behind(block, quantity.end, covered))


def _whole(number: Number, subject: str | None) -> str | None:
    """Give the whole that is told as one (응답자의 60%), or that of the percentage before."""
    if number.before and number.gap and PART.fullmatch(number.gap):
        return number.before.measure  # 회원 200명 중 80%
    if WHOLE.search(number.lead):
        return "전체" if number.lead.rstrip().endswith("전체의") else subject
    here = number.before if number.gap is not None else None
    return here.whole if here and here.quantity.unit == "%" else None


def _parted(number: Number, subject: str | None) -> str | None:
    """Give the people that a clause tells a part of (주민 60%가 찬성했다, 90명이 투표해 70%가 찬성했다)."""
    if number.beside:
        return number.beside.text if number.beside.text.endswith(group_endings("wholes")) else None
    before = number.before
    return subject if before and number.gap is not None and subject == before.measure else None


def _share(whole: str | None, clause: str | None) -> str | None:
    if whole and clause:
        return f"{whole} 가운데 {clause} 비율"
    if clause:
        return f"{clause} 비율"
    return f"{whole}의 비율" if whole else None
