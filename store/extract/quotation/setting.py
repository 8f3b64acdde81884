"""Where reported words begin: after the speaker, the day, the occasion and the people addressed."""

from __future__ import annotations

import re

from store.extract.lexicon import words
from store.extract.quotation.roles import role_kind
from store.extract.quotation.unit import Unit

_OCCASIONS, _LEADING, _HOLDING, _MOMENTS = (
    words("settings", key) for key in ("occasions", "leading", "holding", "moments")
)
_OCCASION = re.compile(rf"[가-힣A-Z]*(?:{'|'.join(sorted(_OCCASIONS, key=lambda w: (-len(w), w)))})")
_PLACED = re.compile(r"(.+?)(?:에서|에서는|에서도)")
_DAY = re.compile(r"(?:\d+월|\d+일(?:\([^)]*\))?|지난달|이달|지난주|이번주|[말초])(?:에|에는)?")
_PERIODS = frozenset(("지난달", "이달", "지난주", "이번주", "지난해", "올해"))
"""Periods that belong to what is said, where the day of saying stands before: 16일 지난달 수출이 늘었다고."""

_REACH = 4
"""Spaces in the longest way of saying whom or what words are told of (취재진을 향해, 이번 사고에 대해)."""

_OF_WHAT = ("향해", "대해", "대해서", "관련해", "관련해서")
_POSTED = re.compile(
    r"[가-힣]*(?:트위터|페이스북|인스타그램|SNS|소셜미디어|블로그|누리집|홈페이지|게시판|커뮤니티|계정)에"
)
_ADDRESSED = re.compile(r"(.+?)(?:들?에게|들?한테|에|측에)")


_SPAN = re.compile(r"\s?(?:만에|동안|간|째)(?![가-힣])")
_CLOCK = re.compile(r"\s(?:\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s?시")
_DECIDED = re.compile(r"(?:결의|의결|결정|확정|승인|선임|채택)(?:했|하기로|키로|됐)")
"""What a meeting does: in 이사회를 열고 합병을 결의했다고 공시했다 it belongs to what is said."""


def skip_setting(unit: Unit, start: int, end: int, *, asking: bool, day_behind: bool = False) -> int:
    """Give where the reported words of ``start:end`` begin; ``asking`` verbs also have somebody they ask.

    Where the day of saying stands behind the words (``day_behind``), one at their head is theirs; so is one
    with a clock time (이날 오전 5시).
    """
    text, tokens = unit.block.text, unit.block.tokens
    at, before, dated = start, "", False
    decided = _DECIDED.search(text, max(start, end - 12), end) is not None
    timed = day_behind
    limit = next(
        (t.start for t in tokens[unit.first : unit.last] if t.tag == "JKS" and at < t.start < end), end
    )
    for match in re.finditer(r"\S+", text[start:limit]):
        word = match.group().rstrip(",")
        first = text[at : start + match.start()].strip(" ,\xa0")
        moment = not first and (word in _MOMENTS or _DAY.fullmatch(word) is not None)
        if moment and _SPAN.match(text, start + match.end()):
            break
        if moment and _CLOCK.match(text, start + match.end()):
            at, timed = start, True
        skipped = moment and not timed
        if not (decided and word in _HOLDING):
            skipped = skipped or _is_setting(word, before, first) or (asking and _is_addressed(word, first))
        if dated and word in _PERIODS:
            break
        if skipped and start + match.end() < end:
            at = start + match.end()
            dated = dated or _DAY.fullmatch(word) is not None
        before = word
    while at < end and (text[at] in " ,\xa0" or (text[at] in '"“”' and unit.region_at(at) is None)):
        at += 1
    return at


def _is_setting(word: str, before: str, first: str) -> bool:
    """Whether a word ends what stands before the reported words."""
    far = word in _OF_WHAT and first.count(" ") > _REACH
    if (word in _LEADING and not far) or word.endswith("따르면"):
        return True
    if word.endswith("에게") and first.count(" ") < 2 and not re.search(r"[을를]\b", first):
        return True
    if word in _HOLDING:
        return before.endswith(("을", "를")) and _OCCASION.fullmatch(before[:-1]) is not None
    if _POSTED.fullmatch(word):
        return True
    placed = _PLACED.fullmatch(word)
    return placed is not None and _OCCASION.fullmatch(placed.group(1)) is not None


def _is_addressed(word: str, first: str) -> bool:
    """회사에 임금을 올려 달라고: who is asked stands before what is asked for."""
    match = _ADDRESSED.fullmatch(word)
    return match is not None and first.count(" ") < 2 and role_kind(match.group(1)) is not None
