"""Which way a clause looks: to what has been, or to what is to come."""

from __future__ import annotations

from bisect import bisect_left

from store.extract.document import TextBlock, Token

_PAST = frozenset({"었", "았", "였"})
_FUTURE_ENDINGS = frozenset({"겠", "ㄹ", "을"})
_FUTURE_NOUNS = frozenset({"예정", "계획", "방침", "전망", "예상", "목표", "일정", "오는", "다음"})
_PREDICATES = frozenset({"VV", "XSV", "VX", "VA", "XSA", "VCP"})
_QUOTES = frozenset("'\"‘’“”「」『』")
_REACH = 60


def direction(block: TextBlock, end: int) -> int:
    """Say whether the clause after character ``end`` is past (-1), open (0) or to come (1)."""
    tokens = block.tokens
    first = bisect_left(tokens, end, key=_start)
    predicate, quoted = "", False
    for token in tokens[first : first + _REACH]:
        tag, form = token.tag, token.form
        if tag in ("SSO", "SSC", "SS") and form in _QUOTES:
            quoted = tag == "SSO" or (tag == "SS" and not quoted)
        elif quoted:
            continue
        elif tag in _PREDICATES:
            predicate = tag
            if form == "앞두":
                return 1
        elif tag == "EP":
            if form in _PAST:
                return -1
            if form in _FUTURE_ENDINGS:
                return 1
        elif tag == "ETM" and predicate:
            if form in _FUTURE_ENDINGS:
                return 1
            if predicate in ("VV", "XSV", "VX"):
                return -1 if form in ("ㄴ", "은") else 1
        elif tag == "EF":
            return 1 if form.endswith("다") and predicate in ("VV", "XSV", "VX") else 0
        elif tag in ("NNG", "NNB") and form in _FUTURE_NOUNS:
            return 1
        elif tag == "SF":
            return 0
    return 0


def _start(token: Token) -> int:
    return token.start
