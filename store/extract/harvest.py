"""Names harvested from an article by pattern, before morphology, so that Kiwi keeps them whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from store.extract.hangul import LETTER, NAME_END, NAME_START, any_of, word_finder
from store.extract.lexicon import read_rows, read_table, syllables, words

NameFinder = Callable[[str], list[tuple[int, int]]]

MOST_NAMES = 500
"""No article has more names in such places; a text that has is not an article."""

NEAR = 40
"""How far before a title its bearer stands, in characters."""

AFTER_NAME = "[은는이가을를의도과와]|에게|께서|이었다|이다|이라고|이라며|이며|이고"
"""The particles, and the forms of the copula, that may follow a name right after its title."""


def name_finder(texts: Iterable[str]) -> NameFinder:
    """Harvest the names of an article's blocks; give a function that finds them in a text.

    The function gives non-overlapping spans ``(start, end)`` in order, code points within the text.
    """
    names: dict[str, None] = {}
    for text in texts:
        names.update(dict.fromkeys(_harvest(text)))
    if not names:
        return lambda text: []
    return word_finder(list(names)[:MOST_NAMES])


def is_korean_name(word: str) -> bool:
    """Say whether a word has the shape of a Korean name: 김택진, 남궁민수; not 이번주, 정부는."""
    patterns = _patterns()
    if not patterns.name.fullmatch(word) or word in patterns.ordinary:
        return False
    return word[0] not in patterns.rare or word[-1] not in _LIKE_PARTICLES


_LIKE_PARTICLES = "은이도만나로인의해한"
_PRESIDING = re.compile(r"\((?:주심|재판장) ?:? ?([가-힣]{2,4}) (?:[가-힣]{2}판사|판사|대법관|재판관)\)")
"""What stands here is a name, whatever it looks like: 대법원 3부(주심 엄지한 대법관)."""


def find_aged(text: str) -> list[tuple[int, int]]:
    """Give the names before an age: 서은솔(41) 대표 has any syllables, 손이안(34·나래FC) those of names."""
    if "(" not in text:
        return []
    return [
        match.span(1)
        for match in _patterns().aged.finditer(text)
        if is_korean_name(match[1]) or (match[2] is None and _may_be_aged(match[1]))
    ]


def _aged(titles: str) -> str:
    compound = "|".join(read_table("persons")["compound_surnames"])
    surnames = syllables("persons", "surnames") + syllables("persons", "rare_surnames")
    surname = f"(?:{compound}|[{surnames}])"
    titled = rf"(?= ?씨{NAME_END}| (?:할머니|할아버지){NAME_END}| (?:[가-힣]+ )?(?:{titles}){NAME_END})"
    return rf"{NAME_START}({surname}[가-힣]{{2}}) ?\(\d\d(?:세?\){titled}|([·,] ?[^()]{{2,16}})\))"


def _may_be_aged(word: str) -> bool:
    """Say whether what stands before an age is a name of any syllables: 노을빛; not 고교생, 하스칼."""
    elder = word[-1] == "자" and word[1] in _BEFORE_JA
    if is_foreign_word(word):
        return False
    return (elder or word[-1] not in "생자인원사대시군구") and word not in _patterns().ordinary


_BEFORE_JA = "순영미경명옥춘말복희숙금화"
"""What stands before 자 in the names of older women, and mostly in none of those who do something: 하순자."""


def is_foreign_word(word: str) -> bool:
    """Say whether a word is written like a foreign name (나델라): a third of such syllables or more."""
    foreign = _patterns().foreign
    return len(word) > 1 and 3 * sum(syllable in foreign for syllable in word) >= len(word)


def _harvest(text: str) -> Iterator[str]:
    """Give the names that stand beside a title, before an alias in parentheses, or in quotes after a cue."""
    patterns = _patterns()
    for match in patterns.title.finditer(text):
        left = text[max(0, match.start() - NEAR) : match.start()]
        bearers = [bearer[1] for bearer in patterns.before.finditer(left) if is_korean_name(bearer[1])]
        if bearers:
            yield bearers[-1]
        else:
            foreign = _foreign_names(left)
            # 카메라 시장 is a market.
            yield from foreign if len(foreign) > 1 or not match[0].endswith(" 시장") else ()
        if (bearer := patterns.after.match(text, match.end())) and is_korean_name(bearer[1]):
            yield bearer[1]
    for match in patterns.plain.finditer(text):
        if is_korean_name(match[1]):
            yield match[1]
    if "(" in text:
        yield from _bracketed(text)
    for match in patterns.quoted.finditer(text):
        cue = patterns.last_word.search(text[max(0, match.start() - NEAR) : match.start()].rstrip())
        if cue and (cue[1] in patterns.cues or cue[1].removesuffix("인") in patterns.cues):
            yield match[1]


def _bracketed(text: str) -> Iterator[str]:
    """Give the names before an age or an alias in parentheses, and those that stand in them."""
    patterns = _patterns()
    for start, end in find_aged(text):
        yield text[start:end]
    for match in patterns.alias.finditer(text):
        word = patterns.last_word.search(text[max(0, match.start() - NEAR) : match.start()])
        if word and is_foreign_word(word[1]):
            yield word[1]
    for match in patterns.mixed.finditer(text):
        yield match[1]
    yield from _PRESIDING.findall(text)


_PARTICLES = (
    "면",
    "며",
    "려",
    "에서",
    "에게",
    "으로",
    "처럼",
    "부터",
    "까지",
    "지만",
    "해",
    "따라",
    "우리나라",
)
_WORD_ENDS = (*_PARTICLES, *"은는을를의에로도한된")
_HANGUL_WORDS = re.compile(r"(?:[가-힣]+ ){0,4}[가-힣]*$")


def _foreign_names(left: str) -> list[str]:
    """Give the foreign words before a title; a body may stand between (마리사 폰텔로 외무부 대변인)."""
    run: list[str] = []
    nouns = _HANGUL_WORDS.search(left)
    for word in reversed(nouns[0].split() if nouns else ()):
        if (
            is_foreign_word(word)
            and word not in _patterns().ordinary
            and not word.endswith(_PARTICLES)
            and not (len(word) > 3 and word[-1] in "가의")
            and not (len(word) == 2 and word[-1] in "라엔")
        ):
            run.append(word)
        elif run or word[-1] in "은는을를의에":
            break
    if len(run) == 1:
        return run if is_foreign_name(run[0]) and left.endswith(run[0]) else []
    return [word for word in run if len(word) < 8]


def is_foreign_name(word: str) -> bool:
    """Say whether a foreign word may be a name as it stands, without a particle or an ending."""
    return is_foreign_word(word) and not word.endswith(_WORD_ENDS)


class _Patterns(NamedTuple):
    name: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    plain: re.Pattern[str]
    title: re.Pattern[str]
    aged: re.Pattern[str]
    alias: re.Pattern[str]
    mixed: re.Pattern[str]
    quoted: re.Pattern[str]
    last_word: re.Pattern[str]
    cues: frozenset[str]
    ordinary: frozenset[str]
    foreign: frozenset[str]
    rare: frozenset[str]


@cache
def _patterns() -> _Patterns:
    first, last = syllables("persons", "given_first"), syllables("persons", "given_last")
    surnames = syllables("persons", "surnames") + syllables("persons", "rare_surnames")
    compound = "|".join(read_table("persons")["compound_surnames"])
    name = f"(?:[{surnames}]|{compound})[{first}][{last}]"
    titles = any_of([row[0] for row in read_rows("titles") if len(row[0]) > 1])
    no_heads = any_of(words("persons", "no_heads"))
    titled = [row[0] for row in read_rows("titles") if len(row[0]) == 2]
    return _Patterns(
        name=re.compile(rf"{name}|(?:{compound})[{last}]"),
        before=re.compile(rf"{NAME_START}({name})(?= |$)(?=(?: [^\s,.'\"]*[^\s,.'\"은는을를의])*$)"),
        after=re.compile(rf" ({name})(?=(?:{AFTER_NAME})?(?![{LETTER}]))"),
        plain=re.compile(rf"{NAME_START}({name})(?= ?(?:씨|군|양|옹){NAME_END})"),
        title=re.compile(
            rf"(?:^| )(?:{titles}|(?=[가-힣]{{2,8}}장)(?![가-힣]*(?:{no_heads}){NAME_END})[가-힣]{{2,8}}장)"
            rf"{NAME_END}"
        ),
        aged=re.compile(_aged(titles)),
        alias=re.compile(r"\([A-Za-z]"),
        mixed=re.compile(r"\(([A-Z]+[가-힣]{1,6})\)"),
        quoted=re.compile(r"['‘]([가-힣A-Za-z0-9]{2,10})['’]"),
        last_word=re.compile(rf"{NAME_START}([가-힣]{{2,7}})$"),
        cues=words("works", "before") | words("works", "makers"),
        ordinary=words("persons", "not_names")
        | words("organizations", "known")
        | words("persons", "not_before_titles")
        | {f"{title}{particle}" for title in titled for particle in "은이과도의"},
        foreign=frozenset(syllables("persons", "foreign")),
        rare=frozenset(syllables("persons", "rare_surnames")),
    )
