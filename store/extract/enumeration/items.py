"""What is an item of a list and what is not, and where the first and the last of a list begin and end."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import pairwise

from store.extract.document import TextBlock, Token
from store.extract.lexicon import titles
from store.extract.word_groups import word_group

Part = tuple[int, int]
"""An item as places in a sentence's tokens: the first, and the one after the last."""

Names = Set[tuple[int, int, int]]
"""Mentions of names as (block, start, end)."""

NOUN = frozenset({"NNG", "NNP", "NNB", "NR", "SN", "SL", "SH", "SW", "XPN", "XSN", "XR", "MM", "NP", "ETN"})
_MODIFIER = frozenset({"JKG", "ETM", "VA", "VV", "XSA", "XSV", "VCP", "MAG", "XSM", "SP", "JC"})
_CLOSE = frozenset({"SSC", "SS"})
_NAME = frozenset({"NNP", "SL", "SN", "SSO", "SSC", "SW"})
_FIGURE = re.compile(r"[\d.,]+\S{0,6}")
_DATE = re.compile(r"(?:지난|오는|이달|내년|올해|지난해|\d+년|\d+월|\s)*\d*[일월년]?")
_DAY = re.compile(r"\d+(?:년대?|월|일|분기)")
_WORD = re.compile(r"[가-힣A-Za-z一-龥]")
_LONGEST = 40


def is_among(token: Token) -> bool:
    """Tell whether a token is the 등 (or 등지) that closes a list."""
    return token.form in ("등", "등지") and token.tag in ("NNB", "NNG")


def is_range(token: Token) -> bool:
    """Tell the mark between two figures (0.5∼1.5m)."""
    return token.tag == "SO" and token.form in "∼~〜"


def may_be_item(tokens: list[Token], first: int, end: int) -> bool:
    """Tell whether what stands between two separators has no verb or particle of its own."""
    if tokens[end - 1].end - tokens[first].start > _LONGEST or tokens[end - 1].tag not in NOUN | _CLOSE:
        return False
    depth = 0
    for i, token in enumerate(tokens[first:end], first + 1):
        if token.tag in ("SSO", "SSC"):
            depth += 1 if token.tag == "SSO" else -1
        elif token.tag == "JKB" and i < end and tokens[i].tag == "JKG":
            continue  # 작가와의 대화
        elif is_range(token) or (token.tag == "MAJ" and i == first + 1):
            continue  # 0.5∼1.5m; 그리고 누리
        elif (depth <= 0 and token.tag not in NOUN and token.tag not in _MODIFIER and token.tag != "SS") or (
            is_among(token)
        ):
            return False
    return True


def is_no_item(text: str) -> bool:
    """Tell figures alone, adverbs that a comma follows, and halves of brackets or quotations from items."""
    return (
        not _WORD.search(text)
        or bool(_FIGURE.fullmatch(text))
        or text in word_group("no_item")
        or text.startswith(("(", "그 "))
        or text.count("(") != text.count(")")
        or text.count("'") % 2 == 1
        or text.count("‘") != text.count("’")
    )


def are_dates(texts: list[str]) -> bool:
    """Tell whether half the items or more are dates."""
    return sum(bool(_DATE.fullmatch(text)) for text in texts) * 2 >= len(texts)


def with_figures(tokens: list[Token], chain: list[Part], *, among: bool) -> list[Part]:
    """Where all items but the first or the last have figures, leave that one out: it is no item.

    With ``among`` 등 follows the list, and the last is one whatever it has.
    """
    figures = [_has_figure(tokens, part) for part in chain]
    if len(chain) > 3 and all(figures[:-1]) and not figures[-1] and not among:
        return chain[:-1]
    bare = len(_words(tokens, chain[0])) == 1 and _FIGURE.fullmatch(_text(tokens, chain[0]))
    return chain[1:] if len(chain) > 3 and bare else chain


def _text(tokens: list[Token], part: Part) -> str:
    return "".join(token.form for token in tokens[part[0] : part[1]])


def is_name(tokens: list[Token], part: Part, block: TextBlock, names: Names) -> bool:
    """Tell whether an item is a name and nothing else."""
    first, end = part
    if (block.index, tokens[first].start, tokens[end - 1].end) in names:
        return True
    return all(token.tag in _NAME for token in tokens[first:end])


def _words(tokens: list[Token], part: Part) -> list[Part]:
    """Group an item's tokens by the spaces between them; what stands in brackets belongs to its word."""
    first, end = part
    starts, depth = [first], 0
    for i in range(first, end):
        if i > first and not depth and tokens[i].start > tokens[i - 1].end:
            starts.append(i)
        depth += (tokens[i].tag == "SSO") - (tokens[i].tag == "SSC")
    return list(pairwise([*starts, end]))


def without_lead(tokens: list[Token], part: Part, others: list[Part]) -> Part:
    """Cut what leads into the first item off it (최근 서울, 3월 기준 가람, 대표 업체 중 누리, 22일 한빛)."""
    first, end = part
    for i in range(end - 2, first - 1, -1):
        parted = tokens[i + 1].start > tokens[i].end and not _FIGURE.fullmatch(_text(tokens, (i + 1, end)))
        if parted and (_leads_in(tokens, i) or (i == first and tokens[i].tag == "MAG")):
            return i + 1, end
    words = _words(tokens, part)
    counts = tokens[first].tag == "SN" and any(tokens[at].tag == "SN" for at, _ in others)
    while len(words) > 1 and not counts and _is_date(tokens, words[0]):
        words = words[1:]
    return words[0][0], end


def _leads_in(tokens: list[Token], i: int) -> bool:
    """Tell a word that closes what leads in; 당시 does before a name alone (사고 당시 상황)."""
    if tokens[i].form not in word_group("leads_in"):
        return False
    return tokens[i].form != "당시" or tokens[i + 1].tag in ("NNP", "SL", "SSO")


def _is_date(tokens: list[Token], word: Part) -> bool:
    """Tell a word that is a day, a month or a decade: 22일, 1970년대."""
    return _DAY.fullmatch(_text(tokens, word)) is not None


def _without_tail(tokens: list[Token], part: Part, others: list[Part]) -> Part:
    """Cut what stands behind a list off its last item (누리 3명 순, 가람 이외, 한빛(2명) 국적)."""
    first, end = part
    for at, stop in _words(tokens, part)[1:]:
        if stop == at + 1 and tokens[at].form in ("중", "가운데"):
            return first, at  # 가람, 누리, 한빛 중 누리
    while end - 1 > first and tokens[end - 1].form in word_group("behind_lists"):
        end -= 1
    bracketed = all(tokens[stop - 1].tag == "SSC" for _, stop in others)
    closing = [i for i in range(first, end) if tokens[i].tag == "SSC"]
    return (first, closing[-1] + 1) if bracketed and closing else (first, end)


def are_alike(tokens: list[Token], chain: list[Part], *, named: bool) -> bool:
    """Tell whether two items are of one kind: two names, or nouns, both in marks or counted or neither."""
    if named:
        return True
    nouns = all(token.tag in NOUN | _CLOSE | {"SSO"} for first, end in chain for token in tokens[first:end])
    lengths = [len(_words(tokens, part)) for part in chain]
    marked = {tokens[first].tag == "SSO" for first, _ in chain}
    counted = {_has_figure(tokens, part) for part in chain}
    whole = tokens[chain[0][0]].tag not in ("NP", "NNB") and abs(lengths[0] - lengths[1]) < 2
    return nouns and whole and len(marked) == len(counted) == 1


def trimmed(
    block: TextBlock, tokens: list[Token], chain: list[Part], names: Names, *, among: bool = False
) -> list[Part]:
    """Cut what belongs to the list as a whole off its first and last item (국내 기업 가람, 누리, 한빛).

    With ``among`` 등 follows the list, and the last item ends there.
    """
    last = _trimmed_last(block, tokens, chain, names, among=among)
    return [_trimmed_first(block, tokens, chain, names), *chain[1:-1], last]


def _trimmed_first(block: TextBlock, tokens: list[Token], chain: list[Part], names: Names) -> Part:
    first, others = chain[0], chain[1:]
    words = _words(tokens, first)
    usual = max(len(_words(tokens, part)) for part in others)
    if len(words) <= usual:
        return first
    tail = (words[-usual][0], first[1])
    if any(token.tag == "SP" for token in tokens[first[0] : tail[0]]):
        return first  # 서울·경기·강원 영서 20㎜, 제주 5㎜
    starts = {start for at, start, _ in names if at == block.index}
    if len(chain) == 2 and len(words) > usual + 1 and tokens[words[-usual - 1][1] - 1].tag == "NNB":
        return tail  # 국가 간 증거 수집 및 진술 확보
    figured = all(_has_figure(tokens, part) for part in others)
    begun = all(tokens[at].start in starts for at, _ in (tail, *others))
    named = all(is_name(tokens, part, block, names) for part in (tail, *others))
    return tail if figured or begun or named else first


def _trimmed_last(
    block: TextBlock, tokens: list[Token], chain: list[Part], names: Names, *, among: bool
) -> Part:
    others, last = chain[:-1], _without_tail(tokens, chain[-1], chain[:-1])
    figures = [_has_figure(tokens, part) for part in chain]
    words = _words(tokens, last)
    if figures[-1] and not any(figures[:-1]) and not among:
        # 동해안, 남해안, 제주도 30∼80㎜: the figure is of them all
        figure = next((at for at, _ in words[1:] if tokens[at].tag == "SN"), last[1])
        return last[0], figure
    if all(figures):
        return last[0], _behind_figure(tokens, last)
    usual = max(len(_words(tokens, part)) for part in others)
    if among or last != chain[-1] or len(words) <= usual:
        return last
    behind = _text(tokens, words[-1])
    titled = any(_text(tokens, _words(tokens, part)[-1]) in titles() for part in others)
    if len(words) == usual + 1 and (
        behind in word_group("heads_of_lists") or (behind in titles() and not titled)
    ):
        return last[0], words[-2][1]
    head = (last[0], words[usual - 1][1])
    part_of_place = tokens[last[1] - 1].form in word_group("parts_of_places")
    named = all(is_name(tokens, part, block, names) for part in (head, *chain[1:-1]))
    return head if named and not part_of_place else last


def _behind_figure(tokens: list[Token], part: Part) -> int:
    """Find where an item ends whose figure is the last of it: 동해 0.5∼2ｍ, not 2ｍ로 일."""
    at = max(i for i in range(*part) if tokens[i].tag == "SN") + 1
    unit = at < part[1] and tokens[at].tag == "SW"
    return at + 1 if unit and at + 1 < part[1] and tokens[at + 1].form in ("로", "으로") else part[1]


def _has_figure(tokens: list[Token], part: Part) -> bool:
    return any(token.tag == "SN" for token in tokens[part[0] : part[1]])
