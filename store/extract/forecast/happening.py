"""What a verb before an ending of the future tells: what happens by itself, or what somebody means to do."""

from __future__ import annotations

from store.extract.document import Token
from store.extract.lexicon import words

_IF = frozenset({"다면", "ㄴ다면", "는다면", "라면", "면", "으면", "더라도", "어도", "아도"})
_OUGHT = frozenset({"어야", "아야", "여야"})
_PASSIVE = ("어지", "아지", "여지", "쳐지", "뤄지", "려지", "겨지", "춰지", "해지")
_UNWILLED, _BEFALLING = (words("future", key) for key in ("unwilled", "befalling"))
STATES = frozenset({"VA", "XSA", "VCP", "VCN"})


def verb_before(tokens: list[Token], i: int) -> int:
    """Give the place of the verb before the ending at ``i``, past 었 and 시; -1 for none."""
    j = i - 1
    while j > 0 and tokens[j].tag == "EP":
        j -= 1
    return j


def is_unwilled(tokens: list[Token], i: int) -> bool:
    """Whether what comes before the ending happens by itself; 하겠다 and 할 것 may be only a resolve."""
    j = verb_before(tokens, i)
    if j > 1 and tokens[j].form == "않" and tokens[j - 1].form == "지":
        j -= 2  # 영향은 크지 않을 것
    if j > 0 and tokens[j].tag == "XSV" and tokens[j].form == "하":
        return tokens[j - 1].form in _BEFALLING
    # 펼쳐지다, 이뤄지다, 만들어지다
    passive = j >= 0 and len(tokens[j].form) > 2 and tokens[j].form.endswith(_PASSIVE)
    by_itself = j >= 0 and (tokens[j].form in _UNWILLED or tokens[j].tag in STATES)
    return passive or by_itself


def is_conditional(tokens: list[Token], i: int) -> bool:
    """만일 전화를 받게 된다면, 행사를 취소할 경우: what follows if something happens is foreseen."""
    return any(
        (t.tag == "EC" and t.form in _IF)
        or (t.form == "경우" and at > 0 and tokens[at - 1].tag == "ETM" and tokens[at + 1].tag != "JKS")
        for at, t in enumerate(tokens[:i])
    )


def is_advice(tokens: list[Token], i: int) -> bool:
    """더 공부해야 할 것: what ought to be done is not what will be."""
    j = verb_before(tokens, i)
    return j > 0 and tokens[j].form == "하" and tokens[j - 1].form in _OUGHT
