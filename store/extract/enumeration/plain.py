"""Lists in running text that commas, 와 and 및 hold together: A, B, C 등."""

from __future__ import annotations

import re

from store.extract.document import TextBlock, Token
from store.extract.enumeration.chains import chains_of
from store.extract.enumeration.described import described_list
from store.extract.enumeration.items import (
    NOUN,
    Names,
    Part,
    are_alike,
    are_dates,
    is_among,
    is_name,
    is_no_item,
    trimmed,
    with_figures,
    without_lead,
)
from store.extract.enumeration.lists import Listing
from store.extract.enumeration.table import table_lists
from store.extract.lexicon import words
from store.extract.whole_names import with_whole_names
from store.extract.word_groups import word_group
from store.model import Span

_JOINED = re.compile(r"(?:[와과]|\s및)\s[^,]{2,32}?(?:\s등|[은는이가도]\s각각)")
"""What 와 joins and 등 or 각각 closes (위원 2명과 교수 3명 등, 가람과 누리가 각각)."""

_CLOSING = ("각각", "뒤")
_TOPICS = frozenset({"은", "는"})
_FIGURES = re.compile(r"(?:\d[\d.,]*[가-힣%]{0,3}\s?)+")


def plain_lists(block: TextBlock, names: Names) -> list[Listing]:
    """Find the lists that commas (and 와, 과, 및) hold together; ``names`` are their mentions."""
    found: list[Listing] = []
    for sentence in block.sentences:
        text = block.text[sentence.start : sentence.end]
        joined = (" 등" in text or " 각각" in text) and _JOINED.search(text) is not None
        if "," not in text and "、" not in text and not joined:
            continue
        inside = sorted(
            (start, end)
            for at, start, end in names
            if at == block.index and sentence.start <= start and end <= sentence.end
        )
        tokens = with_whole_names(block.tokens_of(sentence), inside)
        described = described_list(block, tokens) if text.count(",") > 1 and " 등" in text else None
        if described:
            found.append(described)
        listings = [one for chain in chains_of(tokens) if (one := _listing(block, tokens, chain, names))]
        tables = table_lists(block, tokens) if text.count(", ") > 1 else []
        tables = [table for table in tables if not any(_holds(one, table) for one in listings)]
        taken = [described, *tables] if described else tables
        found += [*tables, *(one for one in listings if not any(_overlap(one, other) for other in taken))]
    return found


def _overlap(one: Listing, other: Listing) -> bool:
    return one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end


def _holds(one: Listing, other: Listing) -> bool:
    return _overlap(one, other) and len(one.items) >= len(other.items)


def _is_partner(tokens: list[Token], chain: list[Part]) -> bool:
    """Tell whether the last 와 means with whom something is done (가람, 누리와 협약을 맺었다)."""
    (_, separator), (first, end) = chain[-2], chain[-1]
    if tokens[separator].form in ("와", "과") and tokens[first].tag == "SSO":
        # 오 회장, 정 회장과 '치맥' 회동을 했다: the words in marks are of what they did.
        return not any(tokens[at].tag == "SSO" for at, _ in chain[:-1])
    shared = words("clauses", "pact") | word_group("held_together")
    concluded = tokens[separator].form in ("와", "과") and tokens[end - 1].form in shared
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


def _listing(block: TextBlock, tokens: list[Token], chain: list[Part], names: Names) -> Listing | None:
    chain = [(first, end) for first, end in chain if end > first]
    if len(chain) < 2:
        return None
    if _is_partner(tokens, chain):
        chain = chain[:-1]
    closed = _closes(tokens, chain[-1][1])
    if not _is_held(tokens, chain, closed) or (block.role in ("title", "deck") and closed != "등"):
        return None
    chain = [without_lead(tokens, _with_kind(tokens, chain), chain[1:]), *chain[1:]]
    among = closed == "등"
    chain = with_figures(tokens, trimmed(block, tokens, chain, names, among=among), among=among)
    items = [block.span(tokens[first].start, tokens[end - 1].end) for first, end in chain]
    if len(items) < 2 or any(is_no_item(item.text) for item in items):
        return None
    if items[0].text.split()[-1] in word_group("no_item"):
        return None  # 조사 결과, 값 등이 올랐다
    if _is_of_another(items) or are_dates([item.text for item in items]):
        return None
    if len(items) > 2:
        return Listing(block.span(items[0].start, items[-1].end), items, "list:comma")
    named = all(is_name(tokens, part, block, names) for part in chain)
    sure = named and tokens[chain[0][1]].form in (",", "、")
    if not (sure or _is_counted(tokens, chain) or are_alike(tokens, chain, named=named)):
        return None
    rule = "list:comma" if sure or _is_counted(tokens, chain) else "list:pair"
    return Listing(block.span(items[0].start, items[-1].end), items, rule)


def _closes(tokens: list[Token], at: int) -> str:
    """Give what closes a list: 등, or the 각각 or 뒤를 이었다 behind its particle; else nothing."""
    if at >= len(tokens):
        return ""
    if is_among(tokens[at]):
        return "등"
    behind = tokens[at + 1].form if tokens[at].tag in ("JX", "JKS") and at + 1 < len(tokens) else ""
    return behind if behind in _CLOSING else ""


def _is_counted(tokens: list[Token], chain: list[Part]) -> bool:
    return all(_has_figure(tokens, part) for part in chain)


def _is_held(tokens: list[Token], chain: list[Part], closed: str) -> bool:
    """Tell whether separators make a list: two items need 등 or 각각, three a comma or 등 behind 및."""
    parting = [tokens[end].form for _, end in chain[:-1]]
    commas = any(form in (",", "、") for form in parting)
    if len(chain) < 3:
        return closed != ""
    (first, _), (_, end) = chain[0], chain[-1]
    if first and end < len(tokens) and tokens[first - 1].form in _TOPICS and tokens[end].form in _TOPICS:
        return parting[0] not in (",", "、") or len(chain) > 3  # 가람은 봄, 누리와 한빛은 가을에 쉰다.
    return commas or (closed == "등" and "및" in parting)
