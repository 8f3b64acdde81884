"""Lists whose items are described (공정한 절차, 눈높이에 맞춘 운영 등): commas up to 등 hold them."""

from __future__ import annotations

from store.extract.document import TextBlock, Token
from store.extract.enumeration.items import NOUN, Part, is_among, is_no_item
from store.extract.enumeration.lists import Listing

_FEWEST = 3
_LONGEST = 40
_DESCRIBING = frozenset(
    {"ETM", "VA", "VV", "XSA", "XSV", "VX", "JKB", "JKO", "JKG", "JC", "MAG", "EC", "VCP", "JX"}
)
_JOINING = frozenset({"고", "어", "아", "여", "으며", "며"})
"""Endings by which one description has two verbs (공정하고 투명한 연맹)."""


def described_list(block: TextBlock, tokens: list[Token]) -> Listing | None:
    """Find the list of a sentence that 등 closes and one of whose items at least has a verb of its own."""
    for at, token in enumerate(tokens):
        if at > 1 and is_among(token) and (parts := _parts(tokens, at)):
            items = [block.span(tokens[first].start, tokens[end - 1].end) for first, end in parts]
            if any(is_no_item(item.text) or len(item.text) > _LONGEST for item in items):
                continue
            return Listing(block.span(items[0].start, items[-1].end), items, "list:comma")
    return None


def _parts(tokens: list[Token], among: int) -> list[Part]:
    """Cut what stands before 등 at its commas, back to the topic or the subject of the sentence."""
    parts: list[Part] = []
    end = at = among
    while at > 0:
        token = tokens[at - 1]
        opens = (
            token.tag in ("JKS", "MAJ", "EF", "SF")
            or (token.tag == "JX" and token.form in ("은", "는"))
            or (token.tag == "EC" and not _joins(tokens, at - 1))
        )
        if opens or token.form == ",":
            parts.append((at, end))
            end = at - 1
        if opens:
            break
        at -= 1
    else:
        parts.append((0, end))
    parts.reverse()
    described = any(_is_described(tokens, part) for part in parts[1:])
    whole = all(_may_be(tokens, part) for part in parts)
    return parts if len(parts) >= _FEWEST and described and whole else []


def _joins(tokens: list[Token], at: int) -> bool:
    """Tell an ending within a description: its noun comes before any comma."""
    if tokens[at].form not in _JOINING:
        return False
    for token in tokens[at + 1 : at + 8]:
        if token.form == ",":
            return False
        if token.tag == "ETM":
            return True
    return False


def _is_described(tokens: list[Token], part: Part) -> bool:
    return any(token.tag == "ETM" for token in tokens[part[0] : part[1]])


def _may_be(tokens: list[Token], part: Part) -> bool:
    first, end = part
    return (
        first < end
        and tokens[end - 1].tag in NOUN
        and all(token.tag in NOUN | _DESCRIBING for token in tokens[first:end])
    )
