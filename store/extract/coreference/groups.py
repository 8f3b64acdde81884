"""Short names of bodies: a group's for its one firm (한빛전자 … 한빛은), one that is clear alone (연준)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from store.extract.coreference.candidate import Candidate
from store.extract.coreference.spread import surface
from store.extract.document import TextBlock
from store.extract.hangul import any_of
from store.extract.lexicon import read_table, words

_SENTENCE_END = re.compile(r"[.?!][\"'”’]? ")


def find_shortened(blocks: Sequence[TextBlock], mentions: Sequence[Candidate]) -> Iterator[tuple[str, str]]:
    """Give each firm and the name of its group that means it, (full, short).

    That is so where the article tells of no other firm of the group, names the firm first in its body, and
    never speaks of the group itself: not of its head or its firms, and not beside the firm in one sentence.
    """
    bodies = [mention for mention in mentions if mention.type == "OG"]
    shorts = dict.fromkeys(surface(blocks, mention) for mention in bodies)
    for short in shorts:
        if short not in words("organizations", "shortened"):
            continue
        named = [mention for mention in bodies if surface(blocks, mention) == short]
        of_group = [m for m in mentions if surface(blocks, m).startswith(short) and m not in named]
        fulls = sorted({surface(blocks, mention) for mention in of_group}, key=len)
        if not fulls or not all(full.startswith(fulls[0]) for full in fulls) or of_group[0].type != "OG":
            continue
        told, firms = _in_body(blocks, named), _in_body(blocks, of_group)
        if not told or not firms or min(told) < min(firms) or fulls[0].removeprefix(short) in shorts:
            continue
        if not any(_is_group(blocks, mention, firms) for mention in named):
            yield fulls[0], short


def _in_body(blocks: Sequence[TextBlock], mentions: Sequence[Candidate]) -> list[Candidate]:
    return [mention for mention in mentions if blocks[mention.block].role not in ("title", "deck")]


def _is_group(blocks: Sequence[TextBlock], mention: Candidate, firms: Sequence[Candidate]) -> bool:
    """Say whether a mention speaks of the group itself."""
    text = blocks[mention.block].text
    listed = "·" in (text[mention.start - 1 : mention.start], text[mention.end : mention.end + 1])
    if listed or _of_group().match(text, mention.end):
        return True
    return any(
        firm.block == mention.block
        and not _SENTENCE_END.search(text, min(firm.end, mention.end), max(firm.start, mention.start))
        for firm in firms
    )


@cache
def _of_group() -> re.Pattern[str]:
    return re.compile(rf"(?: [가-힣]{{2,4}})?(?:의| 측)? ?(?:{any_of(words('organizations', 'of_groups'))})")


def fullest(blocks: Sequence[TextBlock], name: str) -> str:
    """Give the full name of a body whose short one means it alone, unless a local one is told of."""
    if name not in words("organizations", "alone"):
        return name
    local = re.compile(rf"(?:[가-힣](?:시|도|구|군)|{any_of(words('places', 'regions'))}) ?{re.escape(name)}")
    if any(local.search(block.text) for block in blocks):
        return name
    return str(read_table("organizations")["full"][name])
