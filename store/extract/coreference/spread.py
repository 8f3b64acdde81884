"""The article as one: a name has one type in it, and is a mention wherever it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache

from store.extract.coreference.candidate import Candidate, Taken, tokens_inside
from store.extract.document import TextBlock
from store.extract.hangul import ends_word, word_finder
from store.extract.harvest import is_foreign_word
from store.extract.lexicon import endings, read_table, titles, words
from store.model import EntityType

FOUND = 0.5
MOST = 100
"""How many bodies, or events, others are compared with: no article has more."""

LONG = 4
"""A Korean name of so many syllables looks like one of three with a word behind it."""

YEARLY = re.compile(r"(\S+) (?:19|20)\d\d")
"""An event with its year goes without it too: 게임쇼 '새빛쇼 2031'."""
_VARIANT = re.compile(r"(?<=[가-힣a-z])-[A-Z0-9]{1,3}(?![A-Za-z0-9-])")
_BRIEF = (
    ("위원회", "위"),
    ("대학교", "대"),
    ("노동조합", "노조"),
    ("연구원", "연"),
    ("여자고등학교", "여고"),
    ("고등학교", "고"),
    ("중학교", "중"),
)
_NATIONAL = re.compile(r"^(?:한국|대한|국립|전국)")
_BODY_ENDS = "위원부청처연협노"


def agree(blocks: Sequence[TextBlock], mentions: Sequence[Candidate]) -> list[Candidate]:
    """Give every mention the type that most of its name's mentions have, each counted by its weight."""
    votes: dict[str, dict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    ruled = {surface(blocks, mention) for mention in mentions if not mention.tagged}
    for mention in mentions:
        name = surface(blocks, mention)
        votes[name][mention.type] += mention.weight if name not in ruled or not mention.tagged else 0.01
    winner = {name: max(sorted(types), key=types.__getitem__) for name, types in votes.items()}
    events = [name for name, type_ in winner.items() if type_ == "EV"][:MOST]
    parts = {part for name, type_ in winner.items() if type_ == "PS" for part in foreign_parts(name)}
    bodies = [n for n, type_ in winner.items() if type_ == "OG" and (len(n) > 3 or n.endswith("대"))][:MOST]
    for name in winner:
        if any(event.endswith(f" {name}") for event in events):
            winner[name] = "EV"
        if name in parts:
            winner[name] = "PS"
        if name in words("places", "countries"):
            winner[name] = "LC"
        if winner[name] != "OG" and name not in ruled and _is_body(name, bodies):
            winner[name] = "OG"
        base = _VARIANT.sub("", name)
        if base != name and winner.get(base) == "PD":
            winner[name] = "PD"
    return [mention._replace(type=winner[surface(blocks, mention)]) for mention in mentions]


def _is_body(name: str, bodies: Sequence[str]) -> bool:
    """Say whether a name that only the tagger knows is one of a body of the article: 한진 of 한진그룹."""
    longer = (f"{name}그룹", f"{name}FC", f"{name} FC", f"{name}주식회사", f"주식회사 {name}")
    return len(name) < 5 and any(body in longer or is_short_for(name, body) for body in bodies)


def spread(
    blocks: Sequence[TextBlock], mentions: Sequence[Candidate], taken: Taken, measured: Taken
) -> list[Candidate]:
    """Add every other place where a known name stands as a word of its own, and parts of foreign names."""
    types: dict[str, EntityType] = {}
    for mention in mentions:
        name = surface(blocks, mention)
        if len(name) > 1 and not _is_plain_work(blocks, mention):
            types.setdefault(name, mention.type)
        for part in foreign_parts(name) if mention.type == "PS" else ():
            types.setdefault(part, "PS")
    for name in [name for name, type_ in types.items() if type_ == "EV"]:
        if (yearly := YEARLY.fullmatch(name)) and len(yearly[1]) > 2:
            types.setdefault(yearly[1], "EV")
    for name in [name for name, type_ in types.items() if type_ == "OG" and name.endswith(" FC")]:
        club = name.removesuffix(" FC")
        if len(club) > 2 and " " not in club:
            types.setdefault(club, "OG")
    for name in [name for name, type_ in types.items() if type_ == "OG" and name.endswith("주식회사")]:
        firm = name.removesuffix("주식회사").rstrip()
        if len(firm) > 1 and firm not in words("organizations", "generic"):
            types.setdefault(firm, "OG")
    for full in [name for name, type_ in types.items() if type_ == "OG"]:
        for short in _shorts().get(full, ()):
            types.setdefault(short, "OG")
    if not types:
        return list(mentions)
    mentions = _without_parts(blocks, mentions, types, taken)
    find = word_finder(types)
    added = []
    for block in blocks:
        for start, end in find(block.text):
            type_ = types[block.text[start:end]]
            variant = _VARIANT.match(block.text, end) if type_ == "PD" else None
            end = variant.end() if variant else end
            if not measured.blocks(block.index, start, end) and taken.take(block.index, start, end):
                added.append(Candidate(block.index, start, end, type_, FOUND))
    return sorted([*mentions, *added])


@cache
def _shorts() -> dict[str, list[str]]:
    """Give the short names of each body of the tables; elsewhere they are words besides: 수은."""
    shorts: dict[str, list[str]] = defaultdict(list)
    for short, full in read_table("organizations")["full"].items():
        shorts[full].append(short)
    return shorts


def _without_parts(
    blocks: Sequence[TextBlock],
    mentions: Sequence[Candidate],
    types: Mapping[str, EntityType],
    taken: Taken,
) -> list[Candidate]:
    """Leave out mentions of which a known name is the whole: 광주 of 광주 유나이티드, 이하늘 of 이하늘빛."""
    longer = [name for name, type_ in types.items() if " " in name or (type_ == "PS" and len(name) == LONG)]
    if not longer:
        return list(mentions)
    find = word_finder(longer)
    wholes = {block.index: find(block.text) for block in blocks}
    kept = []
    for mention in mentions:
        if any(
            start <= mention.start and mention.end <= end and end - start > mention.end - mention.start
            for start, end in wholes[mention.block]
        ):
            taken.release(mention.block, mention.start, mention.end)
        else:
            kept.append(mention)
    return kept


def _is_plain_work(blocks: Sequence[TextBlock], mention: Candidate) -> bool:
    """A work that is called by one common noun is meant only where it is quoted: 영화 '목소리'."""
    if mention.type not in ("PD", "EV"):
        return False
    inside = tokens_inside(blocks[mention.block], mention.start, mention.end)
    return len(inside) == 1 and inside[0].tag == "NNG" and len(inside[0].form) < 4


def with_variants(blocks: Sequence[TextBlock], mentions: Sequence[Candidate]) -> list[Candidate]:
    """Let a product keep the letter behind it: 마르코-B is not 마르코."""
    found = []
    for mention in mentions:
        variant = _VARIANT.match(blocks[mention.block].text, mention.end)
        longer = variant and (mention.type == "PD" or mention.tagged)
        found.append(mention._replace(end=variant.end()) if longer and variant else mention)
    return found


def nicknames(blocks: Sequence[TextBlock], mentions: Sequence[Candidate]) -> list[Candidate]:
    """Give the words that shorten a body of the article and that no rule knows: 페북, 방통위."""
    bodies = [name for name, type_ in surfaces(blocks, mentions).items() if type_ == "OG" and len(name) > 3]
    if not bodies:
        return []
    bodies = bodies[:MOST]
    regions = words("places", "regions")
    firsts = {
        body[0] for name in bodies for body in (name, _NATIONAL.sub("", name), name.partition(" ")[2]) if body
    }
    firsts |= {name[2] for name in bodies if name[:2] in regions}
    known = {(mention.block, mention.start) for mention in mentions}
    return [
        Candidate(block.index, start, end, "OG", FOUND)
        for block in blocks
        for start, end in _short_words(block, firsts)
        if (block.index, start) not in known
        and any(is_short_for(block.text[start:end], body) for body in bodies)
    ]


def _short_words(block: TextBlock, firsts: Set[str]) -> Iterator[tuple[int, int]]:
    """Give the words of two to four syllables that may be short for a body that begins as they do.

    The morphology may have taken one apart (항우·연).
    """
    for i, token in enumerate(block.tokens):
        if token.form[0] not in firsts or token.tag not in ("NNP", "NNG"):
            continue
        end = token.end
        if not ends_word(block.text, end) and i + 1 < len(block.tokens) and block.tokens[i + 1].start == end:
            end = block.tokens[i + 1].end
        name = block.text[token.start : end]
        proper = token.tag == "NNP" or name[-1:] in _BODY_ENDS
        if proper and 2 <= len(name) <= 4 and ends_word(block.text, end):
            yield token.start, end


def is_short_for(short: str, full: str) -> bool:
    """Say whether a name is a shortening: its syllables stand in the full one in order, from the first on.

    방통위 is one of 방송통신위원회, and 방통위원 who sits on it; 삼성 is none of 삼성전자, nor 한빛그룹 of
    한빛중공업그룹, nor a town of what begins with its name.
    """
    if short[-1] in "시군구" and (
        short[:-1] in words("places", "towns") or short[:-1] in words("places", "regions")
    ):
        return False
    if len(short) == 2 and short[1] == "원" and full[-1] != "원":
        return False  # 공원, 교원, 직원
    if " " in full and full.partition(" ")[0] in words("organizations", "known"):
        full = full.partition(" ")[2]
    full = _NATIONAL.sub("", full) if not short.startswith(full[:1]) else full
    if short[0] in "도시" and full[:2] in words("places", "regions"):
        full = full[2:]
    if any(short == full.removesuffix(long) + brief for long, brief in _BRIEF if full.endswith(long)):
        return True
    if short == f"{full[0]}대" and full.endswith("대") and 2 < len(full) < 6:
        return True
    if short.endswith("위원") and full.endswith("위원회"):
        return False
    if len(short) < 2 or len(full) < len(short) + 2 or short[0] != full[0] or full.startswith(short):
        return False
    brief = len(short) > 3 and any(short.endswith(end) and full.endswith(long) for long, end in _BRIEF)
    at, breaks = -1, 0
    for syllable in short:
        following = full.find(syllable, at + 1)
        if following < 0:
            return False
        breaks += following != at + 1
        at = following
    return breaks > 0 and (brief or breaks >= len(short) - 2)


def foreign_parts(name: str) -> list[str]:
    """Give the words of a foreign person's name that may stand for the whole: 사티아 나델라 → both."""
    parts = name.split(" ")
    if len(parts) < 2 or parts[-1] in titles() or parts[-1] in ("할머니", "할아버지"):
        return []
    tails = [" ".join(parts[i:]) for i in range(1, len(parts) - 1) if parts[i] in words("persons", "noble")]
    return [*tails, *(part for part in parts if len(part) > 2 or is_foreign_word(part))]


def surface(blocks: Sequence[TextBlock], mention: Candidate) -> str:
    """Give the words of a mention."""
    return blocks[mention.block].text[mention.start : mention.end]


def surfaces(blocks: Sequence[TextBlock], mentions: Iterable[Candidate]) -> dict[str, EntityType]:
    """Give each different name of the mentions with its type, in the order of first mention."""
    found: dict[str, EntityType] = {}
    for mention in mentions:
        found.setdefault(surface(blocks, mention), mention.type)
    return found


def own_products(blocks: Sequence[TextBlock], mentions: Sequence[Candidate]) -> list[Candidate]:
    """Make products of what the tagger takes for bodies and is a brand's: 카카오택시, 네이버페이."""
    brands = endings("works", "branded")
    bodies = {name for name, type_ in surfaces(blocks, mentions).items() if type_ == "OG"}
    return [
        mention._replace(type="PD")
        if mention.tagged
        and mention.type in ("OG", "LC")
        and (name := surface(blocks, mention)).endswith(brands)
        and any(name == f"{body}{ending}" for body in sorted(bodies) for ending in brands)
        else mention
        for mention in mentions
    ]
