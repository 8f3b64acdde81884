"""Chains of noun phrases that only commas, 와, 과, 및 and 그리고 part: what a plain list is made of."""

from __future__ import annotations

from store.extract.document import Token
from store.extract.enumeration.items import NOUN, Part, is_among, is_range, may_be_item

_ALSO = frozenset({"및", "또는", "혹은", "그리고"})
_MARKS = frozenset("△▲Δ∆◇◆○●□■▷▶①②③④⑤⑥⑦⑧⑨⑩•▪-…")
_DOTS = "·ㆍ"
_BRACKET_REACH = 14
_PARTING = frozenset({"SP", "JC", "MAG", "MAJ", "JKB"})
_GLUED = frozenset({"ETM", "VA", "VV", "XSA", "XSV", "MM", "MAG", "XPN"})


def _is_separator(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if token.tag == "SP":
        return token.form in (",", "、")
    if token.tag == "JC":
        return tokens[index + 1].tag != "JKG"
    if token.tag in ("MAG", "MAJ"):
        return token.form in _ALSO
    return (
        token.tag == "JKB"
        and token.form in ("과", "와")
        and index + 1 < len(tokens)
        and tokens[index - 1].tag in ("NNP", "SL", "SSC", "SW", "NNG", "NNB", "XSN")
        and tokens[index + 1].tag in ("NNP", "SL", "NNG", "SN")
    )


def chains_of(tokens: list[Token]) -> list[list[Part]]:
    """Group items (first and last token, end exclusive) that only separators part, brackets apart."""
    chains: list[list[Part]] = []
    for separators in _separators(tokens).values():
        chain: list[Part] = []
        previous = -1
        for separator in separators:
            if chain and separator == previous + 1:  # A, 그리고 B
                previous = separator
                continue
            part = (previous + 1, separator)
            if chain and may_be_item(tokens, *part) and not _is_clause(tokens, part):
                chain.append(part)
            else:
                chains += _closed(tokens, chain, previous)
                start = _walk_left(tokens, separator)
                chain = [(start, separator)] if start < separator else []
            previous = separator
        chains += _closed(tokens, chain, previous)
    return sorted(chains)


def _is_clause(tokens: list[Token], part: Part) -> bool:
    """주연인 누리, and what is done with somebody (가람과 합치는 방안): what goes before is no item."""
    inside = tokens[part[0] : part[1]]
    told = any(
        noun.form != "적" and a.tag == "VCP" and b.tag == "ETM"
        for noun, a, b in zip(inside, inside[1:], inside[2:], strict=False)
    )
    joint = tokens[part[0] - 1].tag == "JKB"
    return told or (joint and any(token.tag in ("VV", "XSV") for token in inside))


def _separators(tokens: list[Token]) -> dict[int, list[int]]:
    """Give the places of separators by the bracket that they stand in, -1 for none."""
    places: dict[int, list[int]] = {}
    open_brackets: list[int] = []
    for index, token in enumerate(tokens):
        if token.tag == "SSO" and token.form == "(":
            open_brackets.append(index)
        elif token.tag == "SSC" and token.form == ")":
            del open_brackets[-1:]
        elif token.tag in _PARTING and 0 < index < len(tokens) - 1 and _is_separator(tokens, index):
            places.setdefault(open_brackets[-1] if open_brackets else -1, []).append(index)
    return places


def _closed(tokens: list[Token], chain: list[Part], separator: int) -> list[list[Part]]:
    """End a chain with the item after its last separator."""
    if not chain:
        return []
    end = _walk_right(tokens, separator + 1)
    if end == separator + 1:
        return [chain] if len(chain) > 2 else []
    return [_with_owners(tokens, [*chain, (separator + 1, end)])]


def _with_owners(tokens: list[Token], chain: list[Part]) -> list[Part]:
    """Where the items between have owners (가람의 '강', 누리의 '산'), those at the ends have theirs."""
    (first, first_end), *between, (last, end) = chain
    if not any(token.tag == "JKG" for at, stop in between for token in tokens[at:stop]):
        return chain
    if first > 1 and tokens[first - 1].tag == "JKG":
        first = _walk_left(tokens, first - 1)
        if end < len(tokens) and tokens[end].tag == "JKG":
            end = max(end, _walk_right(tokens, end + 1))
    return [(first, first_end), *between, (last, end)]


def _walk_left(tokens: list[Token], end: int) -> int:
    """Find where the noun phrase before a separator starts."""
    at = end - 1
    while at >= 0:
        token = tokens[at]
        if token.tag == "SSC":
            opening = _opening(tokens, at)
            if opening < 0:
                break
            at = opening - 1
            if tokens[opening].form != "(":
                break
        elif _counts(tokens, at):
            at -= 1
        elif _is_inside(token) and token.form not in _MARKS:
            at -= 1
            if token.tag == "ETN" and at >= 0 and tokens[at].tag in ("VV", "VA"):
                at -= 1
        else:
            break
    return _word_start(tokens, at + 1, end)


def _word_start(tokens: list[Token], at: int, end: int) -> int:
    """Give where the word begins that a modifier is part of (어린 + 시절 in one word)."""
    start = at
    while (
        0 < start < end and tokens[start].start <= tokens[start - 1].end and tokens[start - 1].tag in _GLUED
    ):
        start -= 1
    return start if start == 0 or tokens[start].start > tokens[start - 1].end else at


def _walk_right(tokens: list[Token], start: int) -> int:
    """Find where the noun phrase after a separator ends: before 등, a particle or a verb."""
    at = start
    while at < len(tokens):
        token = tokens[at]
        if token.tag == "SSO":
            closing = _closing(tokens, at)
            if closing < 0:
                break
            at = closing + 1
            if token.form != "(":
                break
        elif _is_inside(token):
            at += 1
        elif _is_nominal(tokens, at):
            at += 2
        elif token.tag == "JKG" and (owned := _owned(tokens, at)):
            at = owned
        elif _counts(tokens, at):
            at += 1
        else:
            break
    return at


def _is_nominal(tokens: list[Token], at: int) -> bool:
    """Tell a verb that its ending makes a noun (물 끼얹기)."""
    return tokens[at].tag == "VV" and at + 1 < len(tokens) and tokens[at + 1].tag == "ETN"


def _counts(tokens: list[Token], at: int) -> bool:
    """Tell the 의 that puts a number before what it counts (30명의 교사)."""
    counter = tokens[at - 1] if at > 1 else None
    return (
        counter is not None
        and tokens[at].tag == "JKG"
        and counter.tag in ("NNB", "SW", "NNG")
        and tokens[at - 2].tag in ("SN", "NR")
    )


def _owned(tokens: list[Token], at: int) -> int:
    """Give the end of what 의 owns where 등 follows (단백질 섭취의 제한 등), as of one item; else nought."""
    end = at + 1
    while end < len(tokens) and tokens[end].tag in NOUN and not is_among(tokens[end]):
        end += 1
    return end if at + 1 < end < len(tokens) and is_among(tokens[end]) else 0


def _is_inside(token: Token) -> bool:
    """Tell whether a token may be part of a noun phrase."""
    dotted = token.tag == "SP" and token.form in _DOTS
    return (token.tag in NOUN and not is_among(token)) or dotted or is_range(token)


def _opening(tokens: list[Token], at: int) -> int:
    nearby = range(at - 1, max(-1, at - _BRACKET_REACH), -1)
    return next((i for i in nearby if tokens[i].tag == "SSO"), -1)


def _closing(tokens: list[Token], at: int) -> int:
    nearby = range(at + 1, min(len(tokens), at + _BRACKET_REACH))
    return next((i for i in nearby if tokens[i].tag == "SSC"), -1)
