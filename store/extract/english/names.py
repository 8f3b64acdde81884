"""The sure names of English: persons beside a title or a verb of speech, bodies by what they end in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from store.extract.coreference.candidate import Taken
from store.extract.document import TextBlock
from store.extract.hangul import any_of
from store.extract.lexicon import read_table, words
from store.model import Entity, EntityType, Span

_NAMED = tuple[EntityType, str, Span]
MOST = 100
"""How many persons a name of one word is compared with: no article has more."""

_GIVEN = r"[A-Z][a-z]+(?:-[A-Za-z][a-z]*)?"


def with_english_names(
    blocks: Sequence[TextBlock], entities: Sequence[Entity], measured: Sequence[Span]
) -> list[Entity]:
    """Give the entities and those of English, in the order of first mention; mentions never overlap.

    A person keeps the name that is written; a body or a place has its usual Korean one. ``measured`` are the
    times and quantities, which are no names.
    """
    taken = Taken()
    for span in (*measured, *(mention for entity in entities for mention in entity.mentions)):
        taken.take(span.block, span.start, span.end)
    found: dict[tuple[EntityType, str], list[Span]] = defaultdict(list)
    for entity in entities:
        found[entity.type, entity.name] += entity.mentions
    persons: list[str] = []
    glossed = _glossed(blocks, entities)
    for block in blocks:
        for type_, name, span in (*_dateline(block), *_listed(block), *_shaped(block), *_persons(block)):
            if not taken.take(span.block, span.start, span.end):
                continue
            type_, name = glossed.get(name, (type_, name))
            if type_ == "PS":
                name = _full(name, persons)
                if len(persons) < MOST and name not in persons:
                    persons.append(name)
            found[type_, name].append(span)
    for type_, name, span in _again(blocks, [*persons, *glossed], glossed):
        if taken.take(span.block, span.start, span.end):
            found[type_, name].append(span)
    known = {(entity.type, entity.name): entity for entity in entities}
    ordered = sorted(found.items(), key=lambda item: min((span.block, span.start) for span in item[1]))
    return [
        _entity(f"e{number}", key, spans, known.get(key))
        for number, (key, spans) in enumerate(ordered, start=1)
    ]


def _entity(id_: str, key: tuple[EntityType, str], spans: Sequence[Span], known: Entity | None) -> Entity:
    mentions = tuple(sorted(spans, key=lambda span: (span.block, span.start)))
    other = (*(known.aliases if known else ()), *(span.text for span in mentions))
    aliases = tuple(name for name in dict.fromkeys(other) if name != key[1])
    if known is not None:
        return msgspec.structs.replace(known, id=id_, aliases=aliases, mentions=mentions)
    return Entity(id=id_, name=key[1], type=key[0], aliases=aliases, mentions=mentions)


def _full(name: str, persons: Sequence[str]) -> str:
    """Give whom a name of one word means: the one person before that bears it, first or last."""
    fulls = [person for person in persons if name in (person.split()[0], person.split()[-1])]
    return fulls[0] if " " not in name and len(fulls) == 1 else name


def _listed(block: TextBlock) -> Iterator[_NAMED]:
    table = read_table("english")
    for match in _known().finditer(block.text):
        type_: EntityType = "OG" if match[0] in table["bodies"] else "LC"
        name = table["bodies"].get(match[0]) or table["places"][match[0]]
        yield type_, name, block.span(match.start(), match.end())


def _dateline(block: TextBlock) -> Iterator[_NAMED]:
    """Give the known places from where a report comes, in capitals before its day: SEOUL/TOKYO, May 3 --."""
    line = _DATELINE.match(block.text)
    for match in _PLACE.finditer(block.text, 0, line.end(1)) if line else ():
        if name := read_table("english")["places"].get(match[0].title()):
            yield "LC", name, block.span(match.start(), match.end())


_DATELINE = re.compile(
    r"([A-Z][A-Z ./]{2,40})(?:, [A-Z][^()—–-]{2,30})?(?: ?\([A-Za-z ]{2,30}\))? ?(?:--|—|–|-) "
)
_PLACE = re.compile(r"[A-Z][A-Z.]+(?: [A-Z][A-Z.]+)*")


def _persons(block: TextBlock) -> Iterator[_NAMED]:
    for pattern in (_titled(), _speaking()):
        for match in pattern.finditer(block.text):
            group = match.lastindex or 1
            plain = words("english", "not_names").isdisjoint(match[group].split())
            if plain and not _is_body(match[group]):
                yield "PS", match[group], block.span(*match.span(group))


def _shaped(block: TextBlock) -> Iterator[_NAMED]:
    """Give the bodies of a block by what their names end in, or begin with: Bank of Narae."""
    for match in _body().finditer(block.text):
        name = match[0]
        while name.partition(" ")[0] in words("english", "not_names") and " " in name:
            name = name.partition(" ")[2]
        if " " in name and name not in read_table("english")["bodies"]:
            yield "OG", name, block.span(match.end() - len(name), match.end())


def _is_body(name: str) -> bool:
    return _body().fullmatch(name) is not None


def _glossed(blocks: Sequence[TextBlock], entities: Sequence[Entity]) -> dict[str, tuple[EntityType, str]]:
    """Give the English names that stand before a Korean one in parentheses, with what that one means."""
    at = {(m.block, m.start): (entity.type, entity.name) for entity in entities for m in entity.mentions}
    found = {}
    for block in blocks:
        for match in _GLOSS.finditer(block.text):
            if known := at.get((block.index, match.end())):
                found[match[1]] = known
    return found


def _again(
    blocks: Sequence[TextBlock], names: Sequence[str], glossed: Mapping[str, tuple[EntityType, str]]
) -> Iterator[_NAMED]:
    """Give the other places of known names, and of persons by the one of their names that nobody shares."""
    short: dict[str, set[str]] = defaultdict(set)
    for name in dict.fromkeys(names):
        for part in (name, *((name.split()[0], name.split()[-1]) if name not in glossed else ())):
            short[part].add(name)
    clear = {part: next(iter(of)) for part, of in short.items() if len(of) == 1 and len(part) > 2}
    if not clear:
        return
    pattern = re.compile(rf"(?<![A-Za-z-])(?<![A-Z][a-z] )({any_of(clear)})(?![A-Za-z-])(?! [A-Z][a-z])")
    for block in blocks:
        for match in pattern.finditer(block.text):
            name = clear[match[1]]
            type_, known = glossed.get(name, ("PS", name))
            if match[1] not in words("english", "not_names"):
                yield type_, known, block.span(*match.span(1))


@cache
def _known() -> re.Pattern[str]:
    table = read_table("english")
    names = sorted({**table["bodies"], **table["places"]}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![A-Za-z-])(?:{'|'.join(map(re.escape, names))})(?![A-Za-z-])(?! [A-Z][a-z])")


@cache
def _titled() -> re.Pattern[str]:
    titles = "|".join(map(re.escape, read_table("english")["titles"]))
    return re.compile(rf"(?<![A-Za-z-])(?:{titles}) ({_GIVEN}(?: {_GIVEN}){{0,3}})(?![A-Za-z-])")


@cache
def _speaking() -> re.Pattern[str]:
    """A pattern of who says something, or has an office behind a comma: Dana Whitfield, a lawyer."""
    said, offices = any_of(words("english", "said")), any_of(words("english", "offices"))
    full = rf"({_GIVEN}(?: [A-Z]\.)?(?: {_GIVEN}){{1,2}})"
    return re.compile(
        rf"(?:(?<=said )|(?<=says )|(?<=added )|(?<=according to )|(?<=told ))(?:{full})(?=[,.\" ])"
        rf"|(?<![A-Za-z-]){full}(?=,? (?:also )?(?:{said})\b)"
        rf"|(?<![A-Za-z-]){full}(?=, (?:[a-z-]+ ){{0,3}}(?:{offices})\b)"
    )


@cache
def _body() -> re.Pattern[str]:
    ends, heads = any_of(words("english", "body_ends")), any_of(words("english", "body_heads"))
    word = r"[A-Z][A-Za-z&'-]{0,24}"
    return re.compile(
        rf"(?<![A-Za-z-])(?:(?:{word} ){{1,4}}(?:{ends})(?![A-Za-z-])"
        rf"|(?:{word} )?(?:{heads}) of (?:the )?{word}(?: {word})?(?:(?:, {word}){{0,3}},? and {word})?)"
    )


_GLOSS = re.compile(
    r"(?<![A-Za-z&'.-])([A-Z][A-Za-z&'.-]{0,24}(?: [A-Z][A-Za-z&'.-]{0,24}){0,4}) ?\((?=[가-힣])"
)
"""An English name before the Korean one in parentheses: Haeon Energy (해온에너지)."""
