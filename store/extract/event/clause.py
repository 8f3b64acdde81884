"""A sentence as events need it: noun phrases with their particles, predicates with their endings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.extract.document import Token
from store.extract.event.table import verbs

_NOMINAL = frozenset(
    [
        "NNG",
        "NNP",
        "NNB",
        "NR",
        "NP",
        "SN",
        "SL",
        "SH",
        "XSN",
        "XPN",
        "XR",
        "MM",
        "SW",
        "SO",
        "W_SERIAL",
        "SSO",
        "SSC",
        "SP",
        "JC",
        "JKG",
        "SE",
    ]
)
_PARTICLE = frozenset(["JKS", "JKC", "JKO", "JKB", "JX", "JKV", "JKQ"])
_SUBJECT = {
    "이": "이",
    "가": "이",
    "께서": "이",
    "은": "은",
    "는": "은",
    "ㄴ": "은",
    "을": "을",
    "를": "을",
    "ㄹ": "을",
    "와": "과",
    "으로": "로",
}
_BREAKS = ("=", "]", "】", "[")
"""Marks of bylines and tags; no phrase goes on over them."""

_HEAD_OF = "장이"
"""Kiwi's suffix for craftsmen: in the news it is 장 and its particle (방위사업청장이)."""

_VERBAL = frozenset(["VV", "VA", "XSV", "XSA", "VCP", "VX", "VCN"])
_ENDINGS = frozenset(["EC", "EF", "ETM", "ETN"])
_GOING_ON = _ENDINGS | {"EP", "VX"}


class Phrase(NamedTuple):
    """A noun phrase, tokens ``first:last``; ``particle`` is its case (이 은 을 과 에서 …), or empty."""

    first: int
    last: int
    particle: str
    topic: bool


class Predicate(NamedTuple):
    """A verb: its ``stem`` (회동, 만나), its tokens up to ``last``, and the ``ending`` it closes with."""

    first: int
    last: int
    stem: str
    ending: str
    form: str


def read_clauses(tokens: Sequence[Token], skipped: Sequence[bool]) -> tuple[list[Phrase], list[Predicate]]:
    """Give a sentence's phrases and predicates in order; ``skipped`` tokens (times, speech) break both."""
    phrases: list[Phrase] = []
    predicates: list[Predicate] = []
    start, i, end = None, 0, len(tokens)
    while i < end:
        token = tokens[i]
        if skipped[i]:
            _close(phrases, start, i)
            start = None
        elif (
            start is None and i + 1 < end and tokens[i + 1].form == "," and _is_cut_short(tokens, i, phrases)
        ):
            predicates.append(Predicate(i, i + 1, token.form, "EC", "고"))
        elif token.tag in _VERBAL:
            predicate = _predicate(tokens, i, start)
            predicates.append(predicate)
            if start is not None and predicate.first > start:
                _close_before(phrases, tokens, start, predicate.first)
            start = None
            i = predicate.last
            continue
        elif start is not None and (
            token.tag in _PARTICLE or token.form == _HEAD_OF or (token.tag == "JKG" and token.form == "에")
        ):
            case = "이" if token.form == _HEAD_OF else _SUBJECT.get(token.form, token.form)
            topic = case == "은"
            last = i
            while i + 1 < len(tokens) and tokens[i + 1].tag in ("JX", "JKB") and not skipped[i + 1]:
                i += 1
                topic = topic or tokens[i].form in ("은", "는", "ㄴ")
            phrases.append(Phrase(start, last, case, topic))
            start = None
        elif (token.tag in _NOMINAL and token.form not in _BREAKS) or token.form == "및":
            start = i if start is None and token.tag not in ("SP", "SSC", "JC", "JKG", "SE") else start
        else:
            _close(phrases, start, i)
            start = None
        i += 1
    _close(phrases, start, len(tokens))
    return phrases, predicates


def with_whole_names(tokens: list[Token], inside: Iterable[tuple[int, int]]) -> list[Token]:
    """Give the tokens with no verb and no particle inside a name: the 스 of 새빛로직스가 is none.

    ``inside`` are the tokens ``first:last`` of the names.
    """
    whole = tokens
    for first, last in inside:
        for i in range(first, last):
            token = tokens[i]
            if token.tag not in _NOMINAL:
                whole = list(tokens) if whole is tokens else whole
                whole[i] = Token(token.form, "NNP", token.start, token.end)
    return whole


def _close(phrases: list[Phrase], start: int | None, end: int) -> None:
    if start is not None and start < end:
        phrases.append(Phrase(start, end, "", topic=False))


def _is_cut_short(tokens: Sequence[Token], i: int, phrases: Sequence[Phrase]) -> bool:
    """Say whether a noun is a verb without its ending: 조사에 착수, 자료를 넘겨받았다."""
    if tokens[i + 1].form != ",":
        return False
    if tokens[i].form not in verbs() or not tokens[i].tag.startswith("NN"):
        return False
    return bool(phrases) and phrases[-1].last == i - 1 and phrases[-1].particle in ("을", "에", "과")


def _close_before(phrases: list[Phrase], tokens: Sequence[Token], start: int, end: int) -> None:
    """Close the phrase before a verb; 와 that Kiwi takes to join it to the noun of the verb is its case."""
    joins = end - 1 > start and tokens[end - 1].tag == "JC"
    phrases.append(Phrase(start, end - joins, "과" if joins else "", topic=False))


def _predicate(tokens: Sequence[Token], i: int, start: int | None) -> Predicate:
    """Read the verb at token ``i`` up to its last ending; 하다 has the noun before as its stem."""
    first, stem = i, tokens[i].form
    if tokens[i].tag in ("XSV", "XSA") and i and tokens[i - 1].tag in ("NNG", "NNP", "XR", "XSN"):
        first, stem = i - 1, tokens[i - 1].form
    i += 1
    ending = form = ""
    while i < len(tokens) and tokens[i].tag in _GOING_ON:
        if tokens[i].tag in _ENDINGS:
            ending, form = tokens[i].tag, tokens[i].form
            if ending != "EC" or i + 1 >= len(tokens) or tokens[i + 1].tag != "VX":
                return Predicate(first, i + 1, stem, ending, form)
        i += 1
    return Predicate(first, i, stem, ending, form)
