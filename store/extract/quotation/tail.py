"""What follows a closing quotation mark, and so what it closes: speech, a part of it, or a mere term."""

from __future__ import annotations

import re
from itertools import islice
from typing import Literal, NamedTuple

from store.extract.lexicon import words
from store.extract.marks import Region
from store.extract.quotation.cues import Cue, find_cue
from store.extract.quotation.unit import Unit

TailKind = Literal["joins", "quotes", "noun", "listed", "bare", "term"]

_JOINS = re.compile(
    r"\s?(?:이?라며|이?라면서도?|[다자냐]며|[다자냐]면서도?|며|면서도?|하며|하면서|이?라는 등)(?![가-힣])"
)
_QUOTES = re.compile(r"(?:(?:\s?이?라고|[다자냐]고|\s?고|\s?하고)(?:도|만|까지|는)?|\s?이?라)(?![가-힣])")
_EXPECTED = re.compile(
    r"\s?으?로\s+(?=(?:기대|전망|예상|내다|예측|우려|평가|분석|진단|추정|관측|판단|봤|보고))"
)
_SOUGHT = re.compile(
    r"[을를]\s+(?=(?:[가-힣]+(?:히|게)\s|거듭\s|재차\s|직접\s)?"
    r"(?:지시|촉구|요구|당부|주문|강조|약속|다짐|호소|제안|주장|언급|요청|경고|천명|선언|예고|역설)[하했한해])"
)
"""What makes the object of a verb of speech somebody's words: "철저한 조사"를 지시했다."""

_NAMING = re.compile(r"\s?(?:이?라는|이란|란|는|다는|등의|등)\s+(?:(?:게|것이|것은|건)\s+)?")
_THING = re.compile(r"것(?=이다|이었다|입니다)")
_AGREED = re.compile(
    r"데(?:에|는)?\s(?:[가-힣]+히\s|모두\s|서로\s)?"
    r"((?:(?:뜻|의견|인식|생각|공감대?)[을를]\s|공감|동의|합의|일치|동감)[가-힣]+)"
)
"""What two find in common: "서두르자"는 데 뜻을 모았다."""

_BY_WORDS = re.compile(
    r"들?로\s(?:(?:[가-힣A-Za-z]+\s)?[가-힣A-Za-z]+[을를]\s)?(?:갈음|대신|맺|마무리|시작|응수|화답|일축|맞받|위로|격려|응원|화답)"
)
"""What one does by saying something: "고맙다"는 말로 인사를 갈음했다."""

_WORDS = re.compile(r"[가-힣A-Za-z0-9·]+")
_ELSEWHERE = ("을", "를", "에", "에서", "으로", "이", "가", "은", "는", "고", "며", "한", "던")
_LISTED = re.compile(r"\s*(?:[,·/]|\s|및|와|과|그리고|또는|이나|이?라거나|거나|에 이어)*\s*")
_BARE = re.compile(r"\s*[.!?…]*\s*(?:$|(?=[.]))")

SPEECH_NOUNS = words("speech", "nouns")
"""Nouns that hold what somebody said: "…"라는 입장을 내놨다."""

TITLED = frozenset(("글", "메시지", "내용", "문구", "이야기", "계획", "댓글"))
"""Nouns that may have a title: "새 아침"이라는 글 is no speech, as "곧 간다"는 글 is."""

_GIVING = words("speech", "giving")


class Tail(NamedTuple):
    """The kind of tail, where it ends, its speech noun, and where the noun's owner ends (주민들의 말)."""

    kind: TailKind
    end: int
    noun: str = ""
    owner: int = 0


def read_tail(unit: Unit, region: Region, following: int) -> Tail:
    """Read what follows ``region``; ``following`` is where the next region opens, or the unit's end."""
    text, at = unit.block.text, region.closing
    if match := _JOINS.match(text, at):
        return Tail("joins", match.end())
    if match := _QUOTES.match(text, at):
        return Tail("quotes", match.end())
    if match := _EXPECTED.match(text, at):
        return Tail("quotes", match.end())
    if region.kind == "double" and (match := _SOUGHT.match(text, at)):
        return Tail("quotes", match.end())
    if _NAMING.match(text, at) is not None:
        return _noun_tail(unit, at, following)
    if following < unit.end:
        listed = _LISTED.match(text, at)
        if listed is not None and listed.end() == following:
            return Tail("listed", following)
    bare = _BARE.match(text, at, unit.end)
    return Tail("bare" if bare is not None else "term", at)


def _noun_tail(unit: Unit, at: int, following: int) -> Tail:
    """Look for a speech noun after 라는, as far as the words may still be part of its phrase."""
    text = unit.block.text
    naming = _NAMING.match(text, at, following)
    end = naming.end() if naming is not None else following
    if thing := _THING.match(text, end, following):
        return Tail("noun", thing.end(), "것")
    if agreed := _AGREED.match(text, end, following):
        return Tail("noun", agreed.end(), agreed[1])
    owner = 0
    for word in islice(_WORDS.finditer(text, end, following), 6):
        noun = _speech_noun(word.group())
        # 취지의 대답, 감사의 뜻: the first noun only says of what kind the second is.
        if noun and word.group() != noun + "의":
            return Tail("noun", word.start() + len(noun), noun, owner)
        if text[end : word.start()].strip() or _is_elsewhere(unit, word):
            break
        end = word.end()
        owner = end - 1 if word.group().endswith("의") and not noun and word.group() != "등의" else owner
    return Tail("term", at)


def _is_elsewhere(unit: Unit, word: re.Match[str]) -> bool:
    """Whether a word belongs to something else than the speech noun: by its particle or its ending."""
    if not word.group().endswith(_ELSEWHERE):
        return False
    last = unit.block.tokens[unit.token_at(word.end()) - 1]
    # 맞벌이 ends in no particle.
    return not (word.group().endswith(("이", "가")) and last.tag.startswith("NN") and last.end == word.end())


def _speech_noun(word: str) -> str:
    for size in range(min(3, len(word)), 0, -1):
        if word[:size] in SPEECH_NOUNS:
            return word[:size]
    return ""


def is_given(unit: Unit, tail: Tail, limit: int) -> bool:
    """Say whether a speech noun is given by a speaker (입장을 내놨다, 입장이다) or floats (지적이 나온다)."""
    after = unit.block.text[tail.end : limit]
    if tail.noun not in SPEECH_NOUNS and tail.noun != "것":
        return True
    if re.match(r"이?다(?![가-힣])|이(?:었|라|며|고|지|기)|였", after):
        return True
    if tail.noun in ("취지", "이유") and after.startswith("로"):
        return True
    if _BY_WORDS.match(after):
        return True
    match = re.match(r"(?:을|를|도|만)\s+((?:[가-힣]+\s+){0,3}[가-힣]+)", after)
    if match is None:
        return False
    cue = find_cue(match.group(1), 0, len(match.group(1)))
    given = any(word.startswith(verb) for word in match.group(1).split() for verb in _GIVING)
    return given or (cue is not None and cue.kind == "say")


def is_clause(unit: Unit, region: Region) -> bool:
    """Say whether the words inside the marks are a clause, or long enough to be somebody's words."""
    text = unit.block.text[region.start : region.end].rstrip(" .,…")
    if text.endswith(
        ("것", "?", "!", "다", "요", "까", "자", "라", "냐", "죠", "네", "예정", "계획", "뿐", "셈")
    ):
        return True
    return text.count(" ") >= 4


def cue_after(unit: Unit, start: int, end: int) -> Cue | None:
    """Give the first verb of speech between ``start`` and ``end`` that stands outside quotations."""
    text = unit.block.text
    at = start
    for region in unit.regions:
        if region.closing <= at or region.opening >= end:
            continue
        cue = find_cue(text, at, region.opening)
        if cue is not None:
            return cue
        at = region.closing
    return find_cue(text, at, end) if at < end else None


def last_word(unit: Unit, start: int, end: int) -> str:
    """Give the last word between ``start`` and ``end``: what a verbless quotation hangs on."""
    found = re.findall(r"[가-힣A-Za-z0-9]+", unit.block.text[start:end])
    return found[-1] if found else ""
