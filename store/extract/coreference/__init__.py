"""Which entity each name of an article means: candidates, then the document as a whole, then entities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from store.extract.coreference.abbreviated import as_bodies, short_bodies
from store.extract.coreference.aliases import find_aliases, find_nicknamed
from store.extract.coreference.appointees import find_appointees
from store.extract.coreference.candidate import Candidate, Taken, settle
from store.extract.coreference.characters import find_headed, find_written
from store.extract.coreference.clusters import to_entities
from store.extract.coreference.faculties import find_faculties
from store.extract.coreference.filed import find_filed
from store.extract.coreference.groups import find_shortened
from store.extract.coreference.kin import find_kin
from store.extract.coreference.kinds import find_by_kind
from store.extract.coreference.listed import find_listed
from store.extract.coreference.literary import find_literary
from store.extract.coreference.organizations import find_employers, find_organizations, is_meeting
from store.extract.coreference.persons import (
    Bearer,
    find_bearers,
    find_called,
    find_japanese,
    is_doubtful,
    is_named,
)
from store.extract.coreference.places import (
    find_governed,
    find_moon,
    find_places,
    is_continent,
    is_rate,
    join_addresses,
)
from store.extract.coreference.quoted import find_quoted
from store.extract.coreference.republics import find_states, state_names
from store.extract.coreference.spread import agree, nicknames, own_products, spread, surface, with_variants
from store.extract.coreference.surnames import appointed, person_names, resolve_titles
from store.extract.coreference.tagged import Tagged, from_tagger
from store.extract.coreference.teams import find_esports, find_teams, towns_as_teams
from store.extract.coreference.works import find_works
from store.extract.document import Document, TextBlock
from store.extract.lexicon import syllables, words
from store.extract.names import Name
from store.model import Entity, Quantity, Time


def resolve_entities(
    document: Document, names: Sequence[Name], times: Sequence[Time], quantities: Sequence[Quantity]
) -> list[Entity]:
    """Give the entities of an article in the order of their first mention; mentions never overlap.

    ``names`` are the tagger's; its DT, TI and QT are not used, for ``times`` and ``quantities`` say where
    those stand, and win where they overlap a name.
    """
    blocks = document.blocks
    candidates, bearers = _gathered(document, names)
    called = person_names(blocks, candidates, bearers)
    persons = resolve_titles(bearers, called)
    candidates += (
        bearer.candidate
        for bearer in bearers
        if bearer.name or not is_doubtful(bearer) or surface(blocks, bearer.candidate) in persons
    )
    headed, told = find_headed(blocks, called, bearers)
    measured, taken = Taken(), Taken()
    for span in (*times, *quantities):
        measured.take(span.block, span.start, span.end)
    free = (
        candidate
        for candidate in with_variants(blocks, [*candidates, *headed])
        if not measured.blocks(candidate.block, candidate.start, candidate.end)
        and _is_name(blocks, candidate)
    )
    mentions = join_addresses(blocks, own_products(blocks, agree(blocks, settle(free, taken))))
    mentions, pairs = find_aliases(blocks, mentions, taken)
    mentions = spread(blocks, agree(blocks, mentions), taken, measured)
    mentions = sorted([*mentions, *settle(nicknames(blocks, mentions), taken)])
    mentions = towns_as_teams(blocks, mentions)
    pairs = [*pairs, *told, *find_nicknamed(blocks, mentions), *find_shortened(blocks, mentions)]
    return to_entities(blocks, mentions, pairs, persons)


def _gathered(document: Document, names: Sequence[Name]) -> tuple[list[Candidate], list[Bearer]]:
    """Give what the rules and the tagger take for names, and who stands beside a title."""
    blocks = document.blocks
    short = short_bodies(blocks)
    names = as_bodies(blocks, names, short)
    tagged = Tagged(names)
    bearers: list[Bearer] = []
    works: list[Candidate] = []
    candidates = [*from_tagger(document, names), *find_moon(blocks), *find_governed(blocks)]
    candidates += find_esports(blocks)
    for block in blocks:
        typed = tagged.reader(block.index)
        here = list(find_bearers(block, typed))
        bearers += here
        candidates += (*find_written(block, typed), *find_japanese(block), *find_kin(block))
        candidates += (*find_employers(block, here), *find_faculties(block, here), *find_places(block))
        candidates += (*find_organizations(block), *find_listed(block), *find_teams(block))
        candidates += (*find_appointees(block), *find_literary(block), *find_filed(block))
        works += (*find_works(block), *find_by_kind(block))
    states = state_names(blocks)
    candidates += find_states(blocks, states)
    if rare := _rare_surnames(blocks, [*candidates, *(b.candidate for b in bearers if b.name)]):
        bearers += (bearer for block in blocks for bearer in find_called(block, rare))
    bearers = [bearer for bearer in bearers if bearer.name not in short | states]
    bearers += appointed(blocks, bearers)
    tagged_at = {(c.block, c.start, c.end) for c in candidates if c.type == "PS" and c.tagged}
    bearers = [bearer for bearer in bearers if is_named(bearer, bearers, tagged_at)]
    kinds = {surface(blocks, known): known.type for known in (*candidates, *works)}
    for block in blocks:
        candidates += find_quoted(block, kinds)
    return [*candidates, *works], bearers


def _is_name(blocks: Sequence[TextBlock], candidate: Candidate) -> bool:
    """Say whether a candidate is more than words of the language, a rate, or the first part of a meeting."""
    name, block = surface(blocks, candidate), blocks[candidate.block]
    if _generic().issuperset(name.split()) and not is_continent(blocks, name):
        return False
    return not is_rate(block, candidate) and not is_meeting(block, candidate)


@cache
def _generic() -> frozenset[str]:
    return words("works", "generic") | words("organizations", "generic")


def _rare_surnames(blocks: Sequence[TextBlock], candidates: Sequence[Candidate]) -> str:
    """Give the first syllables of an article's names of three that no table of surnames has: 화춘잉."""
    names = [surface(blocks, candidate) for candidate in candidates if candidate.type == "PS"]
    return "".join(sorted({name[0] for name in names if _THREE.fullmatch(name)} - _surnames()))


_THREE = re.compile("[가-힣]{3}")


@cache
def _surnames() -> frozenset[str]:
    return frozenset(
        "".join(syllables("persons", key) for key in ("surnames", "rare_surnames", "foreign_surnames"))
    )
