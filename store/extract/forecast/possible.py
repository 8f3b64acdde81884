"""What may happen: …ㄹ 수 있다, …ㄹ 수밖에 없다, …ㄹ지도 모른다; never what a thing can do."""

from __future__ import annotations

from itertools import pairwise

from store.extract.document import Token
from store.extract.forecast.happening import STATES, is_conditional, is_unwilled, verb_before
from store.extract.lexicon import words

WARNING = words("future", "warning")
"""Nouns of what is said of the future: 지적, 의견, 설명."""

_FORETELLING, _ABLE, _LIKELY, _FORESEEING = (
    words("future", key) for key in ("foretelling", "able", "likely", "foreseeing")
)


def rule_of_possibility(tokens: list[Token], i: int) -> str | None:
    """Give the rule of an ending before 수 있다 or 수밖에 없다: expected, may, or none."""
    rest = tokens[i + 2 : i + 7]
    if any(a.form == "다는" and b.form in _FORETELLING for a, b in pairwise(rest)):
        return "expected"
    if any(a.form == "다고" and b.form in _FORESEEING for a, b in pairwise(rest)):
        return "expected"
    if any(t.form == "가능" and is_likely(tokens, at) for at, t in enumerate(rest[:3], i + 2)):
        return "expected"
    if not rest or rest[0].form not in ("있", "도", "밖에"):
        return None
    return "may" if _ends(tokens, i + 3 if rest[0].form == "밖에" else i + 2) else None


def is_likely(tokens: list[Token], at: int) -> bool:
    """Whether the 가능(성) at ``at`` is great, there, or spoken of; not 가능성을 열어 뒀다."""
    return any(token.form in _LIKELY for token in tokens[at + 1 : at + 6])


def is_possible(tokens: list[Token], i: int, quoted: bool) -> bool:
    """Whether what may be, without its time, is about the future: it befalls somebody, or follows if ….

    What one can do (찾을 수 있다, 신청할 수 있다) or what a thing is like (높을 수 있다) is not.
    """
    j = verb_before(tokens, i)
    if j < 0 or tokens[j].form in _ABLE or (tokens[j].tag == "XSV" and tokens[j - 1].form in _ABLE):
        return False
    supposed = is_conditional(tokens, i)
    if tokens[j].tag in STATES or tokens[j].form in ("있", "없"):
        return supposed and tokens[j].form not in ("있", "없") and tokens[i + 2].form != "밖에"
    return is_unwilled(tokens, i) or (quoted and supposed)


def _ends(tokens: list[Token], at: int) -> bool:
    """…수 있다. …수 있다고 말했다, …수 있다는 지적이다, a quote's last word; not …수 있는 일."""
    if at + 1 == len(tokens):
        return True
    for token, following in pairwise([*tokens[at : at + 4], Token("", "", 0, 0)]):
        if token.tag == "EF" or (token.tag == "EC" and token.form.startswith("다")):
            return True
        if token.tag == "ETM":
            return token.form == "다는" and following.form in WARNING
    return False
