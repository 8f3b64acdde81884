"""Nouns and verbs that look ahead by themselves: 진통이 예상된다, 합의를 점쳤다, 내년 출시 예정이다."""

from __future__ import annotations

from store.extract.document import Token
from store.extract.lexicon import words

FUTURE_ENDINGS = ("ㄹ", "을")
SET = frozenset(("예정", "계획", "방침"))
"""What a bare noun says to be arranged: 출시 예정이다."""

AIM = "목표"
EXPECTING = words("future", "expecting")
_EXPECTED = frozenset(("예상", "전망", "예측"))
_FORETOLD = frozenset(("내다보", "점치"))
_SEEN = ("관측", "추정")
"""What is done to a past thing as well: 쓰나미가 관측됐다, 3만건으로 추정됐다."""

_UNSURE = frozenset(("우려", "가능"))
_SPREADING = frozenset(("크", "커지", "높", "높아지", "나오", "제기", "거론", "번지", "고조", "확산", "점치"))
_SURE = words("future", "sure")
TELLING = EXPECTING | _FORETOLD | SET | _UNSURE | {"전망", AIM, "유력", "확실시"}
"""The words that rule_of_telling has a rule for."""


def rule_of_telling(tokens: list[Token], i: int) -> str | None:
    """진통이 예상된다, 2%로 전망했다, 합의를 점쳤다, 내년에 문을 여는 것이 목표다."""
    form, before, following = tokens[i].form, tokens[i - 1], tokens[i + 1]
    if form == AIM:
        if before.tag == "JKO":
            return "plan" if following.form == "로" else None
        aimed = before.tag in ("JKS", "JX") and following.tag == "VCP"
        return "plan" if aimed and not (i + 2 < len(tokens) and tokens[i + 2].tag == "EP") else None
    if form in _FORETOLD:
        return "expected" if before.tag == "JKO" else None
    if form in SET:
        return "plan" if _is_set(tokens, i) else None
    if form in _UNSURE or form in _SURE:
        return _rule_of_unsure(tokens, i)
    if following.form == "되":
        if not _is_expected(tokens, i):
            return None
        # 누전으로 추정된다: of what is past or lies ahead, which only its time tells.
        seen = form in _SEEN and i > 1 and tokens[i - 2].form != "것"
        return "may" if seen and before.form in ("로", "으로") else "expected"
    if form not in _EXPECTED or following.form != "하":
        return None
    before = tokens[i - 2] if before.form == "각각" and i > 1 else before
    measured = i > 2 and any(t.tag in ("SN", "SW") for t in tokens[max(0, i - 6) : i - 1])
    by = (form == "전망" or measured) and before.form in ("로", "으로")
    return "expected" if by or before.tag == "JKO" else None


def _rule_of_unsure(tokens: list[Token], i: int) -> str | None:
    """인하 가능성이 커졌다, 수출 둔화 우려가 나온다, 연임이 유력하다."""
    before, rest = tokens[i - 1], [token for token in tokens[i + 1 : i + 4] if token.form != "성"]
    if not rest:
        return None
    if tokens[i].form in _SURE:
        stated = rest[0].form in ("하", "되") and (len(rest) == 1 or rest[1].tag in ("EF", "EC"))
        return "possible" if stated and before.tag == "JKS" else None
    spread = len(rest) > 1 and rest[0].tag in ("JKS", "JX") and rest[1].form in _SPREADING
    return "possible" if spread and before.tag in ("NNG", "XSN") else None


def _is_set(tokens: list[Token], i: int) -> bool:
    """내년 출시 예정이다, 공연이 예정돼 있다; not 열 예정이던 회의, 예정된 회의."""
    rest = tokens[i + 1 : i + 5]
    if rest[0].form == "되":
        lasting = len(rest) > 2 and rest[1].tag == "EC" and rest[2].form == "있"
        return lasting and not (len(rest) > 3 and rest[3].tag == "ETM")
    bare = tokens[i - 1].tag in ("NNG", "XSN") and rest[0].tag == "VCP"
    return bare and not (len(rest) > 1 and (rest[1].tag == "EP" or rest[1].form == "던"))


def _is_expected(tokens: list[Token], i: int) -> bool:
    """3%로 예상되다, 비가 예상되다, ㄹ 것으로 예상되다; a past thing (논의한 것으로 관측되다) is hearsay."""
    before = tokens[i - 1]
    if i + 2 < len(tokens) and tokens[i + 2].tag == "ETM":
        return False
    seen = tokens[i].form in _SEEN and i + 2 < len(tokens) and tokens[i + 2].tag == "EP"
    if before.form not in ("로", "으로"):
        return before.tag in ("JKS", "JX") and not seen
    thing = i > 2 and tokens[i - 2].form == "것"
    return not (thing or seen) or (thing and tokens[i - 3].form in FUTURE_ENDINGS)
