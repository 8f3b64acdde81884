"""Laws by what their names end in, and by what is done with them: 새물관리법 개정안, … 관리에 관한 법률."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.document import TextBlock
from store.extract.hangul import NAME_END, NAME_START
from store.extract.lexicon import endings, words

LAW = 0.92

_LAW = re.compile(rf"{NAME_START}([가-힣]{{2,20}}법)(?=상|안|개정안|시행령|시행규칙|제|{NAME_END[3:]}")
_CHANGED = re.compile(
    r"(?:상의?|을|를)? ?(?:(?:일부|전부) ?)?(?:개정|제정|위반|시행령|시행규칙|폐지안|통과)"
    r"|에 따(?:라|르면)|(?:안|상)(?![가-힣])"
)
"""What is done with a law only, whatever its name ends in: 새물관리법 개정안."""

_PUNISHING = ("가중처벌", "처벌", "특례법")
_FIELD = re.compile(rf"{NAME_START}([가-힣]+(?:범죄|폭력|성폭력|학대)) $")
"""What a law punishes, in a word of its own before its name."""

_LAWS = re.compile(rf"{NAME_START}([가-힣]{{2,8}} ?[2-9]법){NAME_END}")
"""Several laws that go by one name: 방송3법."""

_BROKEN_LAW = re.compile(rf"{NAME_START}([가-힣]{{2}}법)(?:상의?|을|를)? (?=위반|개정|시행령|시행규칙)")
"""A law of a short name, by what is done to it: 항공법을 위반한, 도서법 개정안."""

_TITLED_LAW = re.compile(
    rf"{NAME_START}(?:[가-힣·ㆍ]+ ){{1,6}}?"
    rf"([가-힣·ㆍ]+에 관한 (?:[가-힣]{{2,4}} )?(?:특례법|특별법|기본법|법률|법)){NAME_END}"
)


def find_laws(block: TextBlock) -> Iterator[Candidate]:
    """Give the laws of a block that go by a name of their own."""
    text = block.text
    for match in _LAW.finditer(text):
        court = match[1].endswith(("지법", "고법")) and not match[1].endswith(endings("works", "no_courts"))
        method = match[1].endswith(endings("works", "no_laws")) and (
            match[1] in words("works", "no_laws") or not _CHANGED.match(text, match.end(1))
        )
        if not court and len(match[1]) > 3 and not method:
            yield Candidate(block.index, _field_start(text, match), match.end(1), "PD", LAW)
    for match in _LAWS.finditer(text):
        yield Candidate(block.index, match.start(1), match.end(1), "PD", LAW)
    for match in _BROKEN_LAW.finditer(text):
        if match[1] not in words("works", "no_laws"):
            yield Candidate(block.index, _field_start(text, match), match.end(1), "PD", LAW)
    if "관한" in text:
        for match in _TITLED_LAW.finditer(text):
            begin = _law_start(block, match.start(), match.start(1))
            yield Candidate(block.index, begin, match.end(), "PD", LAW)


def _field_start(text: str, law: re.Match[str]) -> int:
    """Give where a law's name begins, with what it punishes: 특정범죄 가중처벌법, 가정폭력 처벌법."""
    named = law[1].startswith(_PUNISHING)
    field = _FIELD.search(text, max(0, law.start() - 16), law.start()) if named else None
    return field.start(1) if field else law.start(1)


def _law_start(block: TextBlock, start: int, last: int) -> int:
    """Give where the long name of a law begins, after what governs it: 정부의 마약류 관리에 관한 법률.

    What is regulated may stand with 의 too: 하도급거래의 공정화에 관한 법률.
    """
    inside = tokens_inside(block, start, last)
    governs = words("organizations", "generic") | words("works", "no_law_subjects")
    ends = [
        t.end + 1
        for before, t in zip([None, *inside], inside, strict=False)
        if (t.tag[0] in "JEVM" and t.tag not in ("JC", "JKG"))
        or (t.tag == "JKG" and before and (before.tag == "NNP" or before.form in governs))
    ]
    return max([start, *(end for end in ends if end <= last and block.text[end - 1] == " ")])
