"""Which way a clause looks: to what has been, or to what is to come."""

from __future__ import annotations

from itertools import islice, pairwise

from store.extract.document import TextBlock

_PAST = frozenset({"었", "았", "였"})
_FUTURE = frozenset({"겠", "ㄹ", "을"})
_PLANS = frozenset({"예정", "계획", "방침", "전망", "예상", "목표", "일정"})
"""Nouns of things to come, where they close the clause (열릴 예정이다)."""

_VERBS = frozenset({"VV", "XSV", "VX"})
_PREDICATES = _VERBS | {"VA", "XSA", "VCP"}
_QUOTES = frozenset("'\"‘’“”「」『』")
_TIMELESS = frozenset({"달하", "이르", "넘", "해당하", "상당하", "대하", "관하", "위하", "속하"})
"""Verbs that only describe, whatever the time: 8일 500만주에 달하는 주식을 팔았다 tells of a day gone by."""

_GOING_ON = frozenset({"어", "아", "여", "어서", "아서", "여서", "고", "며", "으며"})
"""Endings that leave the tense to a later verb of the same subject."""

_REACH = 60

_MONTHS = "월초말"
"""What a date ends in that has no day: what is decided is mostly told with the day of deciding."""


def direction(block: TextBlock, end: int) -> int:
    """Say whether the clause after character ``end`` is past (-1), open (0) or to come (1)."""
    first = block.token_at(end)
    topic = [token.form for token in block.tokens[first : first + 2]] == ["에", "는"]
    predicate, before, quoted = "", "", False
    own = other = False
    for token, following in pairwise(islice(block.tokens, first, first + _REACH)):
        tag, form = token.tag, token.form
        if tag in ("SSO", "SSC", "SS") and form in _QUOTES:
            quoted = tag == "SSO" or (tag == "SS" and not quoted)
        elif quoted:
            continue
        elif tag in _PREDICATES:
            stem = before + form if tag == "XSV" else form
            predicate = "" if stem in _TIMELESS else tag
            if form == "앞두":
                return 1
        elif tag == "ETM" and topic and following.form not in _PLANS | {"것"}:
            predicate = ""  # 24일에는 돈줄을 죄는 대책이 나왔다: the date is that of the last verb.
        elif tag == "ETN" and form == "기" and following.form == "로" and block.text[end - 1] in _MONTHS:
            return 1  # 5월 합작사를 세우기로 했다
        elif tag in ("EP", "ETM", "EF", "SF"):
            looks = _ending(form, tag, predicate)
            if looks is not None and looks > 0 and own and other and tag == "ETM":
                own = other = (
                    False  # 3일 소식통을 인용해 회사가 팔릴 것이라고 전했다: that lies ahead of the day.
                )
            elif looks is not None:
                return looks
        elif tag == "EC" and predicate in _VERBS and form in _GOING_ON:
            own, other = True, False
        elif tag == "JKS":
            other = True
        elif tag == "ETN" and form == "기" and following.form == "로":
            return 0  # 5월 합치기로 했다: the day may be that of the verb or of what is decided.
        elif form in _PLANS and (following.tag in ("VCP", "XSV") or following.form in (",", ".", "으로")):
            return 1
        before = form
    return 0


def _ending(form: str, tag: str, predicate: str) -> int | None:
    """Say what one ending shows, None where it leaves the clause open."""
    if tag == "EP":
        return -1 if form in _PAST else 1 if form in _FUTURE else None
    if tag == "ETM":
        if not predicate:
            return None
        if form in _FUTURE:
            return 1
        if form.endswith("던"):
            return -1  # 4일 출국하려던 이를 붙잡았다
        return (-1 if form in ("ㄴ", "은") else 1) if predicate in _VERBS else None
    return 1 if tag == "EF" and form.endswith("다") and predicate in _VERBS else 0
