"""Where a person's name begins and ends: 존 볼턴 백악관, 나델라 MS, 하예은과 hold more than one."""

from __future__ import annotations

import re
from functools import cache

from store.extract.coreference.body_boundary import known_bodies, title_at_end
from store.extract.coreference.candidate import tokens_inside
from store.extract.coreference.foreign_persons import is_national, past_initials
from store.extract.document import TextBlock
from store.extract.hangul import ends_word
from store.extract.harvest import is_foreign_word, is_korean_name
from store.extract.lexicon import titles, words

FULL = 3
"""How many syllables a Korean name mostly has."""

_GLUED = re.compile("(?:오빠|언니|누나|엄마|아빠|삼촌|선배|후배|선생님|역)$")
"""What is written together with a name, and no part of it: 한결오빠, 토마스역."""

_COUNTRY = ("미", "중", "일", "러", "북")
_LETTERS = re.compile(r"\s[A-Z]{2,}$")


def trim_person(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the place of the person inside ``start:end``: a Korean one is the last word alone."""
    end = _person_end(text, start, past_initials(text, start, end))
    last = text[start:end].rpartition(" ")[2]
    first = text[start:end].partition(" ")[0]
    foreign = last != text[start:end] and (
        is_foreign_word(last) or (last.endswith("든") and is_foreign_word(first))
    )
    return (end - len(last) if is_korean_name(last) and not foreign else start), end


def person_goes_on(block: TextBlock, end: int) -> int:
    """Give the end of a nickname that the morphology took apart: 달토끼·왕."""
    following = next(iter(tokens_inside(block, end, end + 2)), None)
    if following is None or following.start != end or following.tag not in ("NNG", "NNP"):
        return end
    return following.end if following.form not in titles() and ends_word(block.text, following.end) else end


def _person_end(text: str, start: int, end: int) -> int:
    """Cut titles, bodies and a particle off the end of a person: 존 볼턴 백악관, 나델라 MS, 하예은과."""
    if (
        end - start == FULL + 1
        and text[end - 1] in "과와은는이가을를"
        and is_korean_name(text[start : end - 1])
    ):
        end -= 1
    if end - start > FULL and (glued := _GLUED.search(text, start + 2, end)):
        end = glued.start()
    while True:
        name = text[start:end]
        last = name.rpartition(" ")[2]
        match = title_at_end(name) or _LETTERS.search(name)
        if match and match.start() > 1:
            end = start + match.start()
        elif last != name and _is_of_body(last):
            end -= len(last) + 1
        else:
            return end


def _is_of_body(word: str) -> bool:
    """Say whether the last word of what is taken for a person is a body or a country."""
    if word in words("persons", "family_firms"):
        return False
    if word in _COUNTRY or word in known_bodies() or word.endswith(_endings()):
        return True
    return is_national(word)


@cache
def _endings() -> tuple[str, ...]:
    """What the names of bodies end in, of two syllables and more."""
    ends = words("organizations", "after_proper") | words("organizations", "firm_words")
    return tuple(word for word in sorted(ends) if len(word) > 1)
