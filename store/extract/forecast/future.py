"""The signs of the future in Korean: endings, nouns and verbs that make a sentence one about what will be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from store.extract.document import Token
from store.extract.forecast.happening import is_advice, is_conditional, is_unwilled
from store.extract.forecast.nouns import AIM, EXPECTING, FUTURE_ENDINGS, SET, TELLING, rule_of_telling
from store.extract.forecast.possible import WARNING, is_likely, is_possible, rule_of_possibility
from store.extract.lexicon import words

_GOING_ON = frozenset(("으니", "고", "으며", "으나", "지만", "는데", "으므로"))
"""Endings after which a sentence goes on: 비가 내리겠으니 유의해야 한다."""

_HOLDING = frozenset({"생각", "믿", "확신", "예상", "전망", "예측", "내다보", "보"})
"""What one does with what one foresees: 늘어날 것이라고 생각한다."""

_SHOWING = TELLING | {
    *FUTURE_ENDINGS,
    "겠",
    "기",
    "게",
    "ㄹ지",
    "을지",
    "리라",
    "으리라",
    "다는",
    "ㄴ다는",
    "는다는",
}
"""The forms of all tokens that may be a sign."""

_DECIDING = frozenset({"하", "결정", "합의", "확정", "의결", "결의"})

_EXPECTING_VERBS, _PLANS, _PREDICTIONS, _FORETELLING, _JUDGING, _MAKING, _SURE, _WILL = (
    words("future", key)
    for key in ("expecting_verbs", "plans", "predictions", "foretelling", "judging", "making", "sure", "will")
)

_FEARING = frozenset(("우려", "예상", "전망", "예측", "예견", "경고"))
"""What one does with 것을 that will be: 값이 오를 것을 우려했다; not 올릴 것을 요구했다."""

_ADVISING = frozenset(("어야", "아야", "보", "드리", "좋", "낫"))
_FEELINGS = frozenset(("기대", "우려", "해석", "분석"))
"""Nouns that tell of the present as well: 손님이 줄어든다는 우려, 값이 오른다는 분석."""


class Sign(NamedTuple):
    """What makes a stretch one about the future: the rule, the token it stands at, and where that begins.

    ``untimed`` is the rule by which it is one without a time: intent for what somebody means to do
    (…ㄹ 계획이다), resolve for what somebody says to do (…ㄹ 것이다), possible for what may befall.
    """

    rule: str
    at: int
    start: int
    untimed: str | None


def signs_of(tokens: list[Token], quoted: bool) -> Iterator[Sign]:
    """Find what makes a stretch a statement about the future, from its end on, as Korean ends with it."""
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i].form in _SHOWING and (rule := _rule_at(tokens, i, quoted)) is not None:
            yield Sign(rule, i, tokens[i].start, _untimed(tokens, i, rule, quoted))


def promised(tokens: list[Token]) -> list[Sign]:
    """Give the sign of a sentence somebody speaks in the polite present: "내년에 공장을 짓습니다".

    What is done with an object is what the speaker means to do, if its time lies ahead.
    """
    last = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].tag not in ("SF", "SSC")), 0)
    if last < 2 or tokens[last].tag != "EF" or tokens[last].form not in _POLITE:
        return []
    verb = last - 1
    done = tokens[verb].tag in ("VV", "XSV") and any(t.tag == "JKO" or t.form == "도" for t in tokens[:verb])
    return [Sign("plan", last, tokens[verb].start, None)] if done and not is_unwilled(tokens, last) else []


_POLITE = frozenset({"ㅂ니다", "습니다", "ᆸ니다", "어요", "아요", "여요", "ㄴ다", "는다"})
"""What ends a sentence that is spoken or promised."""


def _untimed(tokens: list[Token], i: int, rule: str, quoted: bool) -> str | None:
    following = tokens[i + 1].form if i + 1 < len(tokens) else ""
    if rule == "may":
        possible = following in ("수", "도") and is_possible(tokens, i, quoted)
        return "possible" if possible else None
    if rule != "plan":
        return None
    if following in _PLANS or following in _WILL or tokens[i].form in SET:
        return "intent"
    if following not in ("것", "거") or is_advice(tokens, i):
        return None
    # 나설 것이란 설명이다; not 나설 것이라는 소문을 들었다
    inside = i + 3 < len(tokens) and tokens[i + 3].tag == "ETM"
    told = [token.form for token in tokens[i + 4 : i + 5]] if inside else []
    return None if inside and not WARNING.issuperset(told) else "resolve"


def _rule_at(tokens: list[Token], i: int, quoted: bool) -> str | None:
    token = tokens[i]
    if i + 1 == len(tokens):
        return _at_the_end(tokens, i, quoted)
    if token.tag == "ETM":
        return _after_modifier(tokens, i)
    if token.tag == "ETN":
        return "plan" if _is_decided(tokens, i) else None
    if token.tag == "EC":
        return _after_connective(tokens, i)
    if token.tag == "EP":
        return _after_would(tokens, i, quoted) if token.form == "겠" else None
    return rule_of_telling(tokens, i) if i > 0 and token.form in TELLING else None


def _at_the_end(tokens: list[Token], i: int, quoted: bool) -> str | None:
    """The last word of a quote or a headline: "비가 오겠", "내년까지 돕겠", "내년에 여는 게 목표"."""
    if tokens[i].form == AIM:
        return "plan" if quoted and i > 0 and tokens[i - 1].tag in ("JKS", "JX") else None
    if tokens[i].form in SET:
        return "plan" if quoted and i > 0 and tokens[i - 1].tag == "NNG" else None
    if tokens[i].form != "겠":
        return None
    return "weather" if _befalls(tokens, i, None) else "resolve" if quoted else None


def _after_modifier(tokens: list[Token], i: int) -> str | None:
    """…ㄹ 것이다, …ㄹ 전망이다, …ㄹ 수 있다, …한다는 계획이다, …한다는 관측이 나온다."""
    ending, following = tokens[i].form, tokens[i + 1]
    after = tokens[i + 2] if i + 2 < len(tokens) else None
    if ending in FUTURE_ENDINGS:
        told = i > 0 and tokens[i - 1].tag == "EP"
        return None if told else _after_future(tokens, i, following, after)
    past = i > 0 and tokens[i - 1].tag == "EP" and tokens[i - 1].form != "겠"
    if not ending.endswith("다는") or after is None or past:
        return None
    if following.form in _FORETELLING - _FEELINGS and after.tag in ("JKS", "JX", "JKO", "VCP"):
        return "expected"
    return "plan" if following.form in _PLANS and _is_stated(tokens, i + 2) else None


def _after_connective(tokens: list[Token], i: int) -> str | None:
    """연말까지 맡게 된다: what is arranged, if its time lies ahead; 값이 오를지도 모른다."""
    following = [token.form for token in tokens[i + 1 : i + 3]]
    if len(following) < 2:
        return None
    if tokens[i].form == "게":
        return "plan" if following[0] == "되" and tokens[i + 2].tag == "EF" else None
    if tokens[i].form.endswith("리라"):
        return "expected" if following[0] in _HOLDING else None
    return "may" if following == ["도", "모르"] else None


def _after_would(tokens: list[Token], i: int, quoted: bool) -> str | None:
    """비가 오겠다; 유의해야겠다, 파는 게 좋겠다 are advice, 들어보겠습니다 an announcer's word."""
    following = tokens[i + 1]
    if _befalls(tokens, i, following):
        return "weather"
    if i > 0 and tokens[i - 1].form in _ADVISING:
        return None
    final = following.tag == "EF" and following.form in ("다", "습니다")
    if quoted:
        return "resolve" if final else None
    if following.form == "다고" and i + 2 < len(tokens) and tokens[i + 2].form in EXPECTING:
        return "expected"
    return "weather" if final or following.form in _GOING_ON else None


def _is_decided(tokens: list[Token], i: int) -> bool:
    """문을 열기로 했다, 합치기로 결정했다, 만나기로 한 것으로: what is decided lies ahead."""
    rest = tokens[i + 1 : i + 5]
    decided = len(rest) > 2 and rest[0].form == "로" and rest[1].form in _DECIDING
    told = decided and rest[2].tag == "ETM" and rest[-1].form == "것"
    return told or (decided and any(token.tag == "EP" for token in rest[2:]))


def _befalls(tokens: list[Token], i: int, following: Token | None) -> bool:
    """전국이 맑겠다고 밝혔다, "기온은 비슷하겠고": whoever says it, nobody has it in hand."""
    ends = following is None or following.form in _GOING_ON or following.form in ("다고", "다")
    if not ends or i == 0 or (i + 2 < len(tokens) and tokens[i + 2].form in EXPECTING):
        return False
    verb = tokens[i - 1]
    if verb.form == "되":
        return following is not None and following.form in _GOING_ON
    if verb.form == "있":
        return i > 2 and tokens[i - 3].form == "곳"  # 안개가 끼는 곳이 있겠다
    return verb.form not in ("좋", "낫") and verb.tag != "XSV" and is_unwilled(tokens, i)


def _after_future(tokens: list[Token], i: int, following: Token, after: Token | None) -> str | None:
    if following.form in ("것", "거"):
        return _rule_of_thing(tokens, i, after)
    if following.form in _PLANS:
        return "plan" if after is None or _is_stated(tokens, i + 2) else None
    if following.form in _WILL:
        return "plan" if after is not None and after.tag == "JKO" and _is_stated(tokens, i + 2) else None
    if following.form == "가능":
        # 결함일 가능성이 크다: of what is
        present = i > 0 and tokens[i - 1].tag == "VCP"
        return None if not is_likely(tokens, i + 1) else "may" if present else "expected"
    if following.form in _PREDICTIONS:
        return "expected"
    return rule_of_possibility(tokens, i) if following.form == "수" else None


def _is_stated(tokens: list[Token], at: int) -> bool:
    """What stands behind a noun of intending says that it holds: 계획이다, 예정으로, 계획을 밝혔다."""
    after = tokens[at]
    if after.tag == "JKO":
        return at + 1 < len(tokens) and tokens[at + 1].form in _MAKING
    lasting = after.tag == "JKB" and after.form in ("으로", "로")
    return (lasting or after.tag in ("VCP", "EF")) and not _is_past(tokens, at + 1)


def _rule_of_thing(tokens: list[Token], i: int, after: Token | None) -> str | None:
    """ㄹ 것: …것이다, …것으로 예상된다, …것 같다, or the last word of a quote."""
    if after is None:
        return "will" if is_unwilled(tokens, i) or is_conditional(tokens, i) else "plan"
    if after.form in ("으로", "로", "ㄹ로"):
        rest = tokens[i + 3 : i + 8]
        if _is_denied(tokens[i + 3 : i + 11]) or _is_supposed(rest):
            return None
        expecting = any(t.form in EXPECTING or t.form in _EXPECTING_VERBS or t.form in _JUDGING for t in rest)
        return "expected" if expecting else None
    if after.tag == "VCP":
        if any(token.form in _FORETELLING for token in tokens[i + 4 : i + 10]) and _is_reported(
            tokens, i + 3
        ):
            return "expected"
        asking = i + 3 < len(tokens) and tokens[i + 3].form in ("ㄴ지", "ㄴ가", "냐")
        if any(t.form in _HOLDING and t.tag != "VX" for t in tokens[i + 4 : i + 7]):
            return "expected"
        unwilled = is_unwilled(tokens, i) or is_conditional(tokens, i)
        return None if asking else "will" if unwilled else "plan"
    if after.tag == "JKO":
        return "expected" if i + 3 < len(tokens) and tokens[i + 3].form in _FEARING else None
    if after.tag == "JKS":
        return "expected" if i + 3 < len(tokens) and tokens[i + 3].form in _SURE else None
    if after.form == "같":
        return None if is_advice(tokens, i) else "will"
    return None


def _is_reported(tokens: list[Token], i: int) -> bool:
    """…ㄹ 것이라는 전망이 나온다, …ㄹ 것이란 게 업계의 관측이다."""
    return i < len(tokens) and tokens[i].tag == "ETM" and tokens[i].form.endswith(("는", "란", "ㄴ"))


def _is_denied(tokens: list[Token]) -> bool:
    """…ㄹ 것으로 보고 있지는 않다: nobody expects it."""
    said = [token for token in tokens if token.tag != "JX"]
    return any(a.form == "지" and b.form in ("않", "못하") for a, b in pairwise(said))


def _is_supposed(tokens: list[Token]) -> bool:
    """낮아질 것으로 예상될 때: it is not said that anybody expects it."""
    return any(token.tag == "ETM" and token.form in FUTURE_ENDINGS for token in tokens[:3])


def _is_past(tokens: list[Token], i: int) -> bool:
    return i < len(tokens) and (tokens[i].tag == "EP" or tokens[i].form == "던")
