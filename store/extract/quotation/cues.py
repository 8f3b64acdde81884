"""The verbs that carry speech, in whatever form they stand: the table ``cues.tsv`` made searchable."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from store.extract.lexicon import read_rows

_FIRST, _LAST = 0xAC00, 0xD7A3
_CONTRACTED = {0: 0, 1: 1, 4: 4, 5: 5, 8: 9, 11: 10, 13: 14, 18: 4, 20: 6}
"""Vowel of a stem → its vowel together with 아/어 (ㅗ → ㅘ, ㅣ → ㅕ …), as indices of jamo."""

_ENDINGS = "고는며면자던기지었은을으습다더거"
_WORD = re.compile(r"[가-힣A-Za-z0-9]+")
_PASSIVE = re.compile(r"[가-힣]*[해혀여려](?:지|졌|진|질|져)")


class Cue(NamedTuple):
    """A verb of speech at ``start:end``, as written (말했다, 말하기도), with its lemma and kind."""

    lemma: str
    kind: str
    start: int
    end: int


class _Verb(NamedTuple):
    lemma: str
    kind: str
    words: tuple[str, ...]
    bare: bool


def find_cue(text: str, start: int, end: int, words: int = 40) -> Cue | None:
    """Give the first verb of speech in ``text[start:end]``, looking at no more than ``words`` words.

    Verbs of one syllable (했다, 썼다, 봤다) count only as one of the first two words.
    """
    table = _table()
    found = list(_take(text, start, end, words))
    for i, word in enumerate(found):
        for verb, last in _candidates(table, text, found, i):
            if verb.bare and i > 1:
                continue
            if _PASSIVE.match(last.group()) and verb.kind != "name":
                continue
            chained = _chained(table, text, found, found.index(last) + 1) if _is_joining(last) else None
            return chained or Cue(verb.lemma, verb.kind, word.start(), last.end())
    return None


def _is_joining(word: re.Match[str]) -> bool:
    return word.group()[-1] in "해져쳐여려켜워어아러라"


def _chained(table: dict[str, list[_Verb]], text: str, found: list[re.Match[str]], i: int) -> Cue | None:
    """따져 묻자, 잘라 말했다, 지적해 왔다: the verb after one that only joins it carries the speech."""
    if i >= len(found):
        return None
    for verb, last in _candidates(table, text, found, i):
        if len(verb.words) == 1 and verb.kind != "name":
            return Cue(verb.lemma, verb.kind, found[i].start(), last.end())
    return None


def _take(text: str, start: int, end: int, words: int) -> list[re.Match[str]]:
    found = []
    for match in _WORD.finditer(text, start, end):
        found.append(match)
        if len(found) == words:
            break
    return found


def _candidates(
    table: dict[str, list[_Verb]], text: str, found: list[re.Match[str]], i: int
) -> list[tuple[_Verb, re.Match[str]]]:
    word = found[i].group()
    matches: list[tuple[_Verb, re.Match[str]]] = []
    for size in range(len(word), 0, -1):
        for verb in table.get(word[:size], ()):
            if len(verb.words) == 1:
                if size == len(word) or _is_hangul(word[size]):
                    matches.append((verb, found[i]))
            elif size == len(word):
                # An adverb or an object may stand inside: 선을 분명히 그었다.
                for later in found[i + 1 : i + 3]:
                    if any(later.group().startswith(stem) for stem in verb.words[1:]):
                        matches.append((verb, later))
                        break
    return matches


@cache
def _table() -> dict[str, list[_Verb]]:
    """Every first word or stem that begins a verb of speech → the verbs; phrases come before single verbs."""
    table: dict[str, list[_Verb]] = {}
    for lemma, kind, extra, _ in read_rows("cues"):
        *before, verb = lemma.split()
        stem = verb.removesuffix("다")
        given = [] if extra == "-" else extra.lstrip("=").split()
        stems = given if extra.startswith("=") else [*conjugate(stem), *given]
        if before:
            entry = _Verb(lemma, kind, (before[0], *stems), bare=False)
            table.setdefault(before[0], []).append(entry)
            for particle, bare in (("을", ""), ("를", ""), ("을", "도"), ("를", "도")):
                if before[0].endswith(particle):
                    table.setdefault(before[0][:-1] + bare, []).append(entry)
        else:
            entry = _Verb(lemma, kind, (stem,), bare=len(stem) == 1)
            for form in stems:
                table.setdefault(form, []).append(entry)
    for verbs in table.values():
        verbs.sort(key=lambda verb: -len(verb.lemma))
    return table


def conjugate(stem: str) -> list[str]:
    """Give what the forms of a regular verb may begin with: 밝히 → 밝히 밝힌 밝힐 밝힙 밝힘 밝혀 밝혔."""
    before, last = stem[:-1], stem[-1]
    if not _is_hangul(last):
        return [stem]
    code = ord(last) - _FIRST
    base, vowel, final = code - code % 28, code // 28 % 21, code % 28
    if final:
        harmonic = "아았" if vowel in (0, 8) else "어었"
        return [stem + ending for ending in (*_ENDINGS, *harmonic)]
    if last == "하":
        contracted = base + 28
    elif vowel == 18 and before and (ord(before[-1]) - _FIRST) // 28 % 21 in (0, 8):
        contracted = base + (0 - vowel) * 28
    else:
        contracted = base + (_CONTRACTED.get(vowel, vowel) - vowel) * 28
    codes = [base, base + 4, base + 8, base + 16, base + 17, contracted, contracted + 20]
    forms = [before + chr(_FIRST + code) for code in codes]
    return list(dict.fromkeys([*forms, stem + "았", stem + "었", stem + "아", stem + "어"]))


def _is_hangul(character: str) -> bool:
    return _FIRST <= ord(character) <= _LAST
