"""Whom a surname with a title means: 김 대표 is 김택진 where only one 김 has that title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from store.extract.coreference.candidate import Candidate
from store.extract.coreference.persons import Bearer
from store.extract.document import TextBlock
from store.extract.hangul import any_of
from store.extract.harvest import is_korean_name
from store.extract.lexicon import read_rows

_SHORT = re.compile(r"[가-힣]{1,3}[^씨\W]|[가-힣]{2,5} [가-힣]")


def person_names(
    blocks: Sequence[TextBlock], candidates: Iterable[Candidate], bearers: Iterable[Bearer]
) -> list[str]:
    """Give the full names of an article in one word, each once, in the order they were found."""
    found = [blocks[c.block].text[c.start : c.end] for c in candidates if c.type == "PS"]
    found += [bearer.name for bearer in bearers if bearer.name]
    return [name for name in dict.fromkeys(found) if is_korean_name(name) or _SHORT.fullmatch(name)]


def _is_of(surname: str, name: str) -> bool:
    """Say whether a surname is that of a name, which stands last in one written as abroad: 젠슨 황."""
    return name.endswith(f" {surname}") if " " in name else name.startswith(surname)


def resolve_titles(bearers: Sequence[Bearer], names: Sequence[str]) -> dict[str, str]:
    """Tell whom each surname with a title means (김 대표 → 김택진), where only one person fits."""
    borne: dict[str, set[str]] = {name: set() for name in names}
    for bearer in bearers:
        if bearer.name in borne:
            borne[bearer.name].add(_plain_title(bearer.title))
    hidden = list(dict.fromkeys((other.surname, other.text) for other in bearers if _is_hidden(other)))
    resolved = _lettered(bearers)
    for bearer in bearers:
        if bearer.name is not None or bearer.text in resolved or _is_hidden(bearer):
            continue
        namesakes = [name for name in names if _is_of(bearer.surname, name)]
        title = _plain_title(bearer.title)
        fitting = [name for name in namesakes if any(_is_same_title(title, other) for other in borne[name])]
        if not fitting and len(namesakes) == 1 and _may_bear(title, borne[namesakes[0]]):
            fitting = namesakes
        if not fitting and title.startswith("전 "):
            fitting = [name for name in namesakes if any(_is_same_title(title[2:], o) for o in borne[name])]
        if title == "씨":
            called = [name for name in namesakes if "" in borne[name]]
            fitting = [text for surname, text in hidden if surname == bearer.surname] or called or fitting
        if len(fitting) > 1 and title != "씨" and (one := _introduced(bearer.text, fitting, bearers)):
            fitting = [one]
        if len(fitting) == 1 and fitting[0] != bearer.text:
            resolved[bearer.text] = fitting[0]
    return resolved


def _introduced(text: str, fitting: Sequence[str], bearers: Sequence[Bearer]) -> str | None:
    """Give the only one of several whom each paragraph names before it says 김 의원, or None."""
    meant: set[str] = set()
    for short in (bearer.candidate for bearer in bearers if bearer.text == text):
        here = {
            bearer.name
            for bearer in bearers
            if bearer.name in fitting
            and bearer.candidate.block == short.block
            and bearer.candidate.start < short.start
        }
        meant |= {name for name in here if name} if len(here) == 1 else {""}
    return (meant.pop() or None) if len(meant) == 1 else None


def appointed(blocks: Sequence[TextBlock], bearers: Sequence[Bearer]) -> list[Bearer]:
    """Give who is told to come to another office, with its title: 한도윤 부행장을 차기 행장으로 선임했다."""
    found = []
    for bearer in bearers:
        text = blocks[bearer.candidate.block].text
        end = bearer.at + len(bearer.title)
        if bearer.name and text[end : end + 1] in ("을", "를") and (match := _appointing().match(text, end)):
            found.append(bearer._replace(title=match[1]))
    return found


@cache
def _appointing() -> re.Pattern[str]:
    titles = any_of(row[0] for row in read_rows("titles") if row[1] != "plain")
    return re.compile(
        rf"[을를] (?:[^\s,.]+ ){{0,3}}?[^\s,.]*?({titles})(?:으로|로|에) "
        r"(?:새로 |다시 )?(?:임명|선임|선출|내정|발탁|지명|위촉|추대|기용|승진시)"
    )


def _lettered(bearers: Sequence[Bearer]) -> dict[str, str]:
    """Tell that who is named by a letter is one person however it is written: A(여·70) 씨 is A 씨."""
    texts: dict[str, list[str]] = {}
    for bearer in bearers:
        if bearer.name is None and _LETTER.fullmatch(bearer.surname):
            texts.setdefault(bearer.surname, []).append(bearer.text)
    shortest = {letter: min(written, key=len) for letter, written in texts.items()}
    return {
        text: shortest[letter]
        for letter, written in texts.items()
        for text in written
        if text != shortest[letter]
    }


_LETTER = re.compile("[A-Zㄱ-ㅎ]")


def _is_hidden(bearer: Bearer) -> bool:
    """Say whether a person is named by surname only, the rest withheld: 김모씨."""
    return bearer.name is None and "모" in bearer.title


def _may_bear(title: str, borne: set[str]) -> bool:
    """Say whether the only person of a surname may bear this title too: no president where a vice one is.

    Nor may one who is called by another title be called 씨, or a reporter bear any other.
    """
    if title == "씨" or "기자" in borne or "특파원" in borne:
        return not borne
    return not any(other == f"부{title}" or title == f"부{other}" for other in borne)


def _plain_title(title: str) -> str:
    title = re.sub(r"^(?:현|신임) |공동|각자", "", title)
    return {"최고경영자": "CEO", "대표이사": "대표"}.get(title, title)


def _is_same_title(short: str, full: str) -> bool:
    """Say whether a title may be short for another: 청장 for 부산경찰청장, but not 회장 for 부회장."""
    before = full[: -len(short)]
    return full.endswith(short) and not before.startswith("전 ") and not before.endswith("부")
