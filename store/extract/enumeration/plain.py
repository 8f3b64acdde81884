"""Lists in running text that commas, 와 and 및 hold together: A, B, C 등."""

from __future__ import annotations

import re

from store.extract.document import TextBlock, Token
from store.extract.enumeration.described import described_list
from store.extract.enumeration.items import (
    NOUN,
    Names,
    Part,
    are_dates,
    is_among,
    is_name,
    is_no_item,
    may_be_item,
    trimmed,
    with_figures,
    without_lead,
)
from store.extract.enumeration.lists import Listing
from store.extract.lexicon import words
from store.extract.whole_names import with_whole_names
from store.model import Span

_ALSO = frozenset({"및", "또는", "혹은"})
_MARKS = frozenset("△▲Δ∆◇◆○●□■▷▶①②③④⑤⑥⑦⑧⑨⑩•▪-…")
_DOTS = "·ㆍ"
_BRACKET_REACH = 14
_COUNTED = re.compile(r"\d[가-힣]{1,2}[과와]\s[^,]{1,24}\d[가-힣]{1,2}\s등")
"""Two that are counted (위원 2명과 교수 3명 등)."""

_FIGURES = re.compile(r"(?:\d[\d.,]*[가-힣%]{0,3}\s?)+")


def plain_lists(block: TextBlock, names: Names) -> list[Listing]:
    """Find the lists that commas (and 와, 과, 및) hold together; ``names`` are their mentions."""
    found = []
    mentions = sorted((start, end) for at, start, end in names if at == block.index)
    for sentence in block.sentences:
        text = block.text[sentence.start : sentence.end]
        among = " 등" in text and (" 및 " in text or _COUNTED.search(text) is not None)
        if "," not in text and "、" not in text and not among:
            continue
        inside = [(start, end) for start, end in mentions if sentence.start <= start and end <= sentence.end]
        tokens = with_whole_names(block.tokens_of(sentence), inside)
        described = described_list(block, tokens) if text.count(",") > 1 and " 등" in text else None
        if described:
            found.append(described)
        for chain in _chains(tokens):
            listing = _listing(block, tokens, chain, names)
            if listing and not (described and _overlap(described, listing)):
                found.append(listing)
    return found


def _overlap(one: Listing, other: Listing) -> bool:
    return one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end


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


def _chains(tokens: list[Token]) -> list[list[Part]]:
    """Group items (first and last token, end exclusive) that only separators part, brackets apart."""
    chains: list[list[Part]] = []
    for separators in _separators(tokens).values():
        chain: list[Part] = []
        previous = -1
        for separator in separators:
            if chain and separator - previous > 1 and may_be_item(tokens, previous + 1, separator):
                chain.append((previous + 1, separator))
            else:
                chains += _closed(tokens, chain, previous)
                start = _walk_left(tokens, separator)
                chain = [(start, separator)] if start < separator else []
            previous = separator
        chains += _closed(tokens, chain, previous)
    return sorted(chains)


def _separators(tokens: list[Token]) -> dict[int, list[int]]:
    """Give the places of separators by the bracket that they stand in, -1 for none."""
    places: dict[int, list[int]] = {}
    open_brackets: list[int] = []
    for index, token in enumerate(tokens):
        if token.tag == "SSO" and token.form == "(":
            open_brackets.append(index)
        elif token.tag == "SSC" and token.form == ")":
            del open_brackets[-1:]
        elif 0 < index < len(tokens) - 1 and _is_separator(tokens, index):
            places.setdefault(open_brackets[-1] if open_brackets else -1, []).append(index)
    return places


def _closed(tokens: list[Token], chain: list[Part], separator: int) -> list[list[Part]]:
    """End a chain with the item after its last separator."""
    if not chain:
        return []
    end = _walk_right(tokens, separator + 1)
    if end == separator + 1:
        return [chain] if len(chain) > 2 else []
    return [[*chain, (separator + 1, end)]]


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
    return at + 1


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
        elif _is_nominal(tokens, at) or (token.tag == "JKG" and _owns_the_last(tokens, at)):
            at += 2
        elif _counts(tokens, at):
            at += 1
        else:
            break
    # 제주 30∼80㎜: where the figure is cut, it is none.
    cut = at < len(tokens) and tokens[at].form in ("∼", "~", "〜") and at > start + 1
    return at - 1 if cut and tokens[at - 1].tag == "SN" else at


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


def _owns_the_last(tokens: list[Token], at: int) -> bool:
    """단백질 섭취의 제한 등: the owner and what is owned are one item where 등 follows at once."""
    return at + 2 < len(tokens) and tokens[at + 1].tag == "NNG" and is_among(tokens[at + 2])


def _is_inside(token: Token) -> bool:
    """Tell whether a token may be part of a noun phrase."""
    return (token.tag in NOUN and not is_among(token)) or (token.tag == "SP" and token.form in _DOTS)


def _opening(tokens: list[Token], at: int) -> int:
    nearby = range(at - 1, max(-1, at - _BRACKET_REACH), -1)
    return next((i for i in nearby if tokens[i].tag == "SSO"), -1)


def _closing(tokens: list[Token], at: int) -> int:
    nearby = range(at + 1, min(len(tokens), at + _BRACKET_REACH))
    return next((i for i in nearby if tokens[i].tag == "SSC"), -1)


def _is_partner(tokens: list[Token], chain: list[Part]) -> bool:
    """Tell whether the last 와 means with whom something is done (가람, 누리와 협약을 맺었다)."""
    (_, separator), (first, end) = chain[-2], chain[-1]
    if tokens[separator].form in ("와", "과") and tokens[first].tag == "SSO":
        # 오 회장, 정 회장과 '치맥' 회동을 했다: the words in marks are of what they did.
        return not any(tokens[at].tag == "SSO" for at, _ in chain[:-1])
    concluded = tokens[separator].form in ("와", "과") and tokens[end - 1].form in words("clauses", "pact")
    return (
        (tokens[separator].tag == "JKB" or concluded)
        and end < len(tokens)
        and tokens[end].tag == "JKO"
        and (concluded or tokens[separator - 1].tag in ("NNP", "SL", "SSC", "XSN"))
        and all(token.tag in ("NNG", "XSN", "XPN") for token in tokens[first:end])
    )


def _with_kind(tokens: list[Token], chain: list[Part]) -> Part:
    """Give a first title the noun in front of it where the others have theirs (소설 '강', 시집 '산')."""
    (first, end), others = chain[0], chain[1:]
    titled = all(
        tokens[start].tag in NOUN and any(token.tag == "SSO" for token in tokens[start:stop])
        for start, stop in others
    )
    if titled and tokens[first].tag == "SSO" and first and tokens[first - 1].tag in ("NNG", "NNP", "XSN"):
        first -= 1
        while first and tokens[first - 1].tag in NOUN and tokens[first - 1].end == tokens[first].start:
            first -= 1
    return first, end


def _is_of_another(items: list[Span]) -> bool:
    """Tell whether the first item lost its name to a particle (가람까지 3시간, 누리 4시간, 한빛 5시간)."""
    figures = [_FIGURES.fullmatch(item.text) is not None for item in items]
    return figures[0] and not any(figures[1:])


def _has_figure(tokens: list[Token], part: Part) -> bool:
    return any(token.tag == "SN" for token in tokens[part[0] : part[1]])


def _listing(
    block: TextBlock,
    tokens: list[Token],
    chain: list[Part],
    names: Names,
) -> Listing | None:
    chain = [(first, end) for first, end in chain if end > first]
    if len(chain) < 2:
        return None
    if _is_partner(tokens, chain):
        chain = chain[:-1]
    after = tokens[chain[-1][1]] if chain[-1][1] < len(tokens) else None
    among = after is not None and is_among(after)
    commas = sum(tokens[end].form in (",", "、") for _, end in chain[:-1])
    counted = among and len(chain) == 2 and all(_has_figure(tokens, part) for part in chain)
    joined = among and len(chain) > 2 and any(tokens[end].form == "및" for _, end in chain[:-1])
    if (
        not (commas or counted or joined)
        or (len(chain) < 3 and not among)
        or (block.role in ("title", "deck") and not among)
    ):
        return None
    chain = [_with_kind(tokens, chain), *chain[1:]]
    chain = [without_lead(tokens, chain[0]), *chain[1:]]
    chain = with_figures(tokens, trimmed(block, tokens, chain, names))
    items = [block.span(tokens[first].start, tokens[end - 1].end) for first, end in chain]
    if len(items) < 2 or any(is_no_item(item.text) for item in items):
        return None
    if _is_of_another(items):
        return None
    if are_dates([item.text for item in items]):
        return None
    if len(items) == 2 and not counted and not all(is_name(tokens, part, block, names) for part in chain):
        return None
    return Listing(block.span(items[0].start, items[-1].end), items, "list:comma")
