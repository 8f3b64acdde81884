"""Lists that dots hold together: 한·미·일, never 문·이과 or 1·2위."""

from __future__ import annotations

import re

from store.extract.document import TextBlock
from store.extract.enumeration.lists import Listing
from store.model import Span

_ITEM = r"[가-힣A-Za-z&][가-힣A-Za-z&\d]*(?:\([^()\s·ㆍ]{1,10}\))?"
_DOTTED = re.compile(rf"(?<![\w·ㆍ'\"’”)]){_ITEM}(?:[·ㆍ・]{_ITEM})+")
_WORDS = rf"{_ITEM}(?:\s{_ITEM})?"
_SPACED = re.compile(rf"(?:^|(?<=[,.…\"”’]\s))(?P<items>{_WORDS}(?:[·ㆍ]{_WORDS}){{2,}})(?=\s등(?:[\s,.]|$))")
"""Items of two words, which only 등 makes sure (예산 심사·특검 추천·새 법안 등)."""

_PAIR = re.compile(r"\s?(?:양|두|2)\s?(?:개국|국|곳|개|사|명|나라|회사|기업|도시|지역|팀)")
_MORE_BEFORE = re.compile(r"[·ㆍ・][가-힣]+\s$")
_MORE_BEHIND = re.compile(r"\s[가-힣]+[·ㆍ・][가-힣]")
_PARTICLE = re.compile(
    r"(?<=[가-힣A-Za-z\d)])(?:은|는|이|가|을|를|의|과|와|도|에|에서|에게|으로|로|보다|까지|부터|간|측|등)$"
)


def dotted_lists(block: TextBlock) -> list[Listing]:
    """Find the lists that dots hold together (한·미·일); two items need the number that announces them."""
    found = _spaced(block) if " 등" in block.text else []
    taken = found[0].evidence.end if found else 0
    text = block.text
    for match in _DOTTED.finditer(text) if "·" in text or "ㆍ" in text or "・" in text else ():
        start, end = match.span()
        if start < taken:
            continue
        parts = [
            block.span(start + m.start(), start + m.end()) for m in re.finditer(r"[^·ㆍ・]+", match.group())
        ]
        ending = _PARTICLE.search(parts[-1].text)
        if ending and not _PAIR.match(block.text, end) and len(parts[-1].text) - len(ending.group()) >= 1:
            parts[-1] = _without_particle(block, parts[-1])
        if _is_cut(block.text, start, end):
            continue
        if len(parts) >= 3 or _PAIR.match(block.text, end):
            found.append(Listing(block.span(start, parts[-1].end), parts, "list:dot"))
    return found


def _spaced(block: TextBlock) -> list[Listing]:
    match = _SPACED.search(block.text)
    if match is None or " " not in match["items"]:
        return []
    start, end = match.span("items")
    items = [block.span(start + m.start(), start + m.end()) for m in re.finditer(r"[^·ㆍ]+", match["items"])]
    return [Listing(block.span(start, end), items, "list:dot")]


def _is_cut(text: str, start: int, end: int) -> bool:
    """Tell whether an item beside the dots has a space in it (부산·경남 서부): such lists are left."""
    return _MORE_BEFORE.search(text, 0, start) is not None or _MORE_BEHIND.match(text, end) is not None


def _without_particle(block: TextBlock, item: Span) -> Span:
    """Cut the particle off the last item, where the morphemes say that it is one."""
    for token in block.tokens:
        if item.start < token.start < item.end and (token.tag[0] == "J" or token.form == "등"):
            return block.span(item.start, token.start)
    return item
