"""The classes of words that the fast tagger is told of: titles, units, endings, surnames."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import NamedTuple

from store.extract.ner.gazetteer import LISTS


class Words(NamedTuple):
    """The tables of ``lists/words.toml``, each a set of words."""

    title: frozenset[str]
    date: frozenset[str]
    clock: frozenset[str]
    counter: frozenset[str]
    organisation_ending: frozenset[str]
    place_ending: frozenset[str]
    surname: frozenset[str]
    country_syllable: frozenset[str]
    whole: frozenset[str]
    particle: frozenset[str]


@cache
def load_words() -> Words:
    """Load the tables, once a process."""
    tables = tomllib.loads((LISTS / "words.toml").read_text("utf-8"))
    return Words(**{name: frozenset(tables[name].split()) for name in Words._fields})


def longest_ending(word: str, endings: frozenset[str], longest: int = 5) -> str:
    """Give the longest of ``endings`` that the word ends with, or an empty string."""
    for length in range(min(longest, len(word)), 0, -1):
        if word[-length:] in endings:
            return word[-length:]
    return ""


def shape(word: str, longest: int = 8) -> str:
    """Give the pattern of a word: 0 digits, 가 Hangul, A and a letters, 漢 hanja, others as they are."""
    pattern = ""
    for character in word[:longest]:
        kind = _kind(character)
        if kind != pattern[-1:] or kind == "漢":
            pattern += kind
    return pattern


def _kind(character: str) -> str:
    if character.isdigit():
        return "0"
    if "가" <= character <= "힣":
        return "가"
    if "a" <= character <= "z":
        return "a"
    if "A" <= character <= "Z":
        return "A"
    if "一" <= character <= "鿿":
        return "漢"
    return character
