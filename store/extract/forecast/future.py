"""The signs of the future in Korean: endings, nouns and verbs that make a sentence one about what will be."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from store.extract.document import Token
from store.extract.lexicon import words

_GOING_ON = frozenset(("으니", "고", "으며", "으나", "지만", "는데", "으므로"))
"""Endings after which a sentence goes on: 비가 내리겠으니 유의해야 한다."""

_FUTURE_ENDING = ("ㄹ", "을")
_SEEN = ("관측", "추정")
"""What is done to a past thing as well: 쓰나미가 관측됐다, 3만건으로 추정됐다."""

_HOLDING = frozenset({"생각", "믿", "확신", "예상", "전망", "예측", "내다보"})
"""What one does with what one foresees: 늘어날 것이라고 생각한다."""

_LEADING = frozenset((("ETN", "기"), ("EC", "게")))
_IF = frozenset({"다면", "ㄴ다면", "는다면", "라면", "면", "으면"})
_DECIDING = frozenset({"하", "결정", "합의", "확정", "의결", "결의"})
_PASSIVE = ("어지", "아지", "여지", "쳐지", "뤄지", "려지", "겨지", "춰지", "해지")

EXPECTING = words("future", "expecting")
_EXPECTING_VERBS, _PLANS, _PREDICTIONS, _FORETELLING, _UNWILLED, _BEFALLING = (
    words("future", key)
    for key in ("expecting_verbs", "plans", "predictions", "foretelling", "unwilled", "befalling")
)


_TELLING = EXPECTING | {"전망"}
_FEELINGS = frozenset(("기대", "우려", "해석", "분석"))
"""Nouns that tell of the present as well: 손님이 줄어든다는 우려, 값이 오른다는 분석."""

_EXPECTED = frozenset(("예상", "전망", "예측"))


class Sign(NamedTuple):
    """What makes a stretch one about the future: the rule, the token it stands at, and where that begins.

    ``intended`` says that somebody means to do it (…ㄹ 계획이다, …ㄹ 방침이다).
    """

    rule: str
    at: int
    start: int
    intended: bool


def sign_of(tokens: list[Token], quoted: bool) -> Sign | None:
    """Find what makes a stretch a statement about the future: the last sign in it, as Korean ends with it."""
    for i in range(len(tokens) - 1, -1, -1):
        form, tag = tokens[i].form, tokens[i].tag
        shows = tag in ("ETM", "EP") or form in _TELLING or (tag, form) in _LEADING
        rule = _rule_at(tokens, i, quoted) if shows else None
        if rule is not None:
            intended = i + 1 < len(tokens) and tokens[i + 1].form in _PLANS
            return Sign(rule, i, tokens[i].start, intended)
    return None


def _rule_at(tokens: list[Token], i: int, quoted: bool) -> str | None:
    token = tokens[i]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    after = tokens[i + 2] if i + 2 < len(tokens) else None
    if token.tag == "ETM" and token.form in _FUTURE_ENDING and following is not None:
        if i > 0 and tokens[i - 1].tag == "EP":
            return None
        return _after_future(tokens, i, following, after)
    if token.tag == "ETM" and token.form.endswith("는") and following is not None:
        foretold = token.form.endswith("다는") and following.form in _FORETELLING - _FEELINGS
        if foretold and after is not None and after.tag in ("JKS", "JX", "JKO", "VCP"):
            return "expected"
        planned = following.form in _PLANS and after is not None and after.tag == "VCP"
        return "plan" if planned and token.form.endswith("다는") and not _is_past(tokens, i + 3) else None
    if token.tag == "ETN":
        return "plan" if _is_decided(tokens, i) else None
    if token.tag == "EC":
        # 연말까지 맡게 된다: what is arranged, if its time lies ahead.
        arranged = following is not None and following.form == "되" and after is not None
        return "plan" if arranged and after is not None and after.tag == "EF" else None
    if token.form in EXPECTING and following is not None and following.form == "되" and i > 0:
        if not _is_expected(tokens, i):
            return None
        # 누전으로 추정된다: of what is past or lies ahead, which only its time tells.
        seen = token.form in _SEEN and i > 1 and tokens[i - 2].form != "것"
        return "may" if seen and tokens[i - 1].form in ("로", "으로") else "expected"
    if token.form in _EXPECTED and following is not None and following.form == "하" and i > 0:
        before = tokens[i - 1]
        return (
            "expected"
            if before.tag == "JKO" or (token.form == "전망" and before.form in ("로", "으로"))
            else None
        )
    if token.tag == "EP" and token.form == "겠" and _befalls(tokens, i, following):
        return "weather"
    if token.tag == "EP" and token.form == "겠" and not quoted and following is not None:
        # 유의해야겠다, 파는 게 좋겠다 are advice, 들어보겠습니다 an announcer's word.
        if i > 0 and tokens[i - 1].form in ("어야", "아야", "보", "드리", "좋", "낫"):
            return None
        final = following.tag == "EF" and following.form in ("다", "습니다")
        if following.form == "다고" and i + 2 < len(tokens) and tokens[i + 2].form in EXPECTING:
            return "expected"
        return "weather" if final or following.form in _GOING_ON else None
    return None


def _is_decided(tokens: list[Token], i: int) -> bool:
    """문을 열기로 했다, 합치기로 결정했다: what is decided lies ahead, if its time does."""
    rest = tokens[i + 1 : i + 5]
    decided = len(rest) > 2 and rest[0].form == "로" and rest[1].form in _DECIDING
    return decided and any(token.tag == "EP" for token in rest[2:])


def _befalls(tokens: list[Token], i: int, following: Token | None) -> bool:
    """전국이 맑겠다고 밝혔다, "기온은 비슷하겠고": whoever says it, nobody has it in hand."""
    ends = following is None or following.form in _GOING_ON or following.form in ("다고", "다")
    if not ends or i == 0 or (i + 2 < len(tokens) and tokens[i + 2].form in EXPECTING):
        return False
    verb = tokens[i - 1]
    if verb.form == "있":
        return i > 2 and tokens[i - 3].form == "곳"  # 안개가 끼는 곳이 있겠다
    return verb.form not in ("좋", "낫") and verb.tag != "XSV" and _is_unwilled(tokens, i)


def _is_expected(tokens: list[Token], i: int) -> bool:
    """3%로 예상되다, 비가 예상되다, ㄹ 것으로 예상되다; a past thing (논의한 것으로 관측되다) is hearsay."""
    before = tokens[i - 1]
    if i + 2 < len(tokens) and tokens[i + 2].tag == "ETM":
        return False
    seen = tokens[i].form in _SEEN and i + 2 < len(tokens) and tokens[i + 2].tag == "EP"
    if before.form not in ("로", "으로"):
        return before.tag in ("JKS", "JX") and not seen
    thing = i > 2 and tokens[i - 2].form == "것"
    return not (thing or seen) or (thing and tokens[i - 3].form in _FUTURE_ENDING)


def _after_future(tokens: list[Token], i: int, following: Token, after: Token | None) -> str | None:
    if following.form in ("것", "거"):
        return _rule_of_thing(tokens, i, after)
    if following.form in _PLANS:
        stated = after is None or (after.tag in ("VCP", "EF") and not _is_past(tokens, i + 3))
        return "plan" if stated else None
    if following.form in _PREDICTIONS:
        return "expected" if following.form != "가능" or _is_likely(tokens, i) else None
    if following.form == "수" and after is not None:
        rest = tokens[i + 2 : i + 7]
        if any(a.form == "다는" and b.form in _FORETELLING for a, b in pairwise(rest)):
            return "expected"
        if any(
            t.form == "가능" and _is_likely(tokens, at - 1)
            for at, t in enumerate(tokens[i + 2 : i + 5], i + 2)
        ):
            return "expected"
        if after.form in ("있", "도"):
            return "may" if _ends(tokens, i + 2) else None
        return "may" if after.form == "밖에" and _ends(tokens, i + 3) else None
    return None


def _rule_of_thing(tokens: list[Token], i: int, after: Token | None) -> str | None:
    """ㄹ 것: …것이다, …것으로 예상된다, …것 같다, or the last word of a quote."""
    if after is None:
        return "will" if _is_unwilled(tokens, i) or _is_conditional(tokens, i) else "plan"
    if after.form in ("으로", "로", "ㄹ로"):
        rest = tokens[i + 3 : i + 8]
        if _is_denied(tokens[i + 3 : i + 11]):
            return None
        expecting = any(t.form in EXPECTING or t.form in _EXPECTING_VERBS for t in rest)
        return "expected" if expecting else None
    if after.tag == "VCP":
        if any(token.form in _FORETELLING for token in tokens[i + 4 : i + 10]) and _is_reported(
            tokens, i + 3
        ):
            return "expected"
        asking = i + 3 < len(tokens) and tokens[i + 3].form in ("ㄴ지", "ㄴ가", "냐")
        if any(token.form in _HOLDING for token in tokens[i + 4 : i + 7]):
            return "expected"
        unwilled = _is_unwilled(tokens, i) or _is_conditional(tokens, i)
        return None if asking else "will" if unwilled else "plan"
    if after.form == "같":
        return "will"
    return None


def _is_conditional(tokens: list[Token], i: int) -> bool:
    """만일 전화를 받게 된다면 끊을 것: what follows if something happens is foreseen."""
    return any(t.tag == "EC" and t.form in _IF for t in tokens[:i])


def _is_reported(tokens: list[Token], i: int) -> bool:
    """…ㄹ 것이라는 전망이 나온다, …ㄹ 것이란 게 업계의 관측이다."""
    return i < len(tokens) and tokens[i].tag == "ETM" and tokens[i].form.endswith(("는", "란", "ㄴ"))


def _is_denied(tokens: list[Token]) -> bool:
    """…ㄹ 것으로 보고 있지는 않다: nobody expects it."""
    said = [token for token in tokens if token.tag != "JX"]
    return any(a.form == "지" and b.form in ("않", "못하") for a, b in pairwise(said))


def _is_past(tokens: list[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].tag == "EP"


def _is_likely(tokens: list[Token], i: int) -> bool:
    """가능성이 크다, 높다, 있다; not 가능성을 열어 뒀다."""
    return any(t.form in ("크", "높", "있", "많", "여전", "짙", "농후") for t in tokens[i + 2 : i + 7])


def _ends(tokens: list[Token], i: int) -> bool:
    return any(t.tag == "EF" for t in tokens[i : i + 4])


def _is_unwilled(tokens: list[Token], i: int) -> bool:
    """Whether what comes before the ending happens by itself; 하겠다 and 할 것 may be only a resolve."""
    j = i - 1
    while j > 0 and tokens[j].tag == "EP":
        j -= 1
    if j > 0 and tokens[j].tag == "XSV" and tokens[j].form == "하":
        return tokens[j - 1].form in _BEFALLING
    # 펼쳐지다, 이뤄지다, 만들어지다
    passive = j >= 0 and len(tokens[j].form) > 2 and tokens[j].form.endswith(_PASSIVE)
    by_itself = j >= 0 and (tokens[j].form in _UNWILLED or tokens[j].tag in ("VA", "XSA", "VCP", "VCN"))
    return passive or by_itself
