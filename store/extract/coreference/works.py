"""Products, laws, spacecraft and named events that stand without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.document import TextBlock, Token
from store.extract.hangul import NAME_END, NAME_START, any_of, word_finder
from store.extract.harvest import is_foreign_word, is_korean_name
from store.extract.lexicon import read_table, words
from store.model import EntityType

KNOWN, SHAPED, LISTED, CUED, NAMED_AFTER = 0.85, 0.84, 0.8, 0.7, 0.92

_MODEL = re.compile(
    rf"{NAME_START}(?:[A-Z]{{1,4}}-[A-Z0-9]{{1,4}})(?:/[A-Z]{{1,4}}-[A-Z0-9]{{1,4}})*(?![A-Za-z0-9-])"
)
_LAW = re.compile(rf"{NAME_START}([가-힣]{{2,20}}법)(?=상|안|개정안|시행령|시행규칙|제|{NAME_END[3:]}")
_SHIP = re.compile(rf"{NAME_START}([가-힣]{{2,8}}(?:\d{{1,3}})?호){NAME_END}")
_PROPER = ("NNP", "SL", "SH", "SN")
_NOMINAL = ("NNP", "NNG", "SL", "SH", "SN", "XSN", "XPN", "XR")


_CRAFT = re.compile(r"(?:위성|탐사선|망원경|우주선|로켓|발사체|로버|궤도선|미사일)$")


def find_works(block: TextBlock) -> Iterator[Candidate]:
    """Give the products, laws and events of a block by their shape, and by the words around them."""
    text = block.text
    find_known, patterns = _known()
    proper = [token.end for token in block.tokens if token.tag == "SL" and token.form.isupper()]
    for start, end in find_known(text):
        longer = next((stop for stop in proper if end < stop <= end + 5 and text[end] == " "), end)
        yield Candidate(block.index, start, longer, "PD", KNOWN)
    for match in _MODEL.finditer(text):
        if match[0].upper() not in words("works", "no_models") and re.search(r"\d|\b[A-Z]\b", match[0]):
            yield Candidate(block.index, match.start(), match.end(), "PD", NAMED_AFTER)
    for match in _LAW.finditer(text):
        court = match[1].endswith(("지법", "고법")) and not match[1].endswith("금지법")
        if not court and len(match[1]) > 3 and not match[1].endswith(tuple(words("works", "no_laws"))):
            yield Candidate(block.index, match.start(1), match.end(1), "PD", NAMED_AFTER)
    for match in _SHIP.finditer(text):
        if _is_ship(match[1]):
            yield Candidate(block.index, match.start(1), match.end(1), "PD", SHAPED)
    for pattern, type_ in patterns:
        for match in pattern.finditer(text):
            start = _name_start(block, match.start(1), match.end(1))
            if start is not None:
                yield Candidate(block.index, start, match.end(1), type_, NAMED_AFTER)
    yield from _in_apposition(block)
    yield from _with_letters(block)
    yield from _in_lists(block)


_DEICTIC = "올해|내년|지난|작년|이번|다음|오는|최근|당시|역대|국제"


def _name_start(block: TextBlock, start: int, end: int) -> int | None:
    """Give where an event's name begins, after all particles and verbs; None where nothing in it is proper."""
    inside = tokens_inside(block, start, end)
    first = max([start, *(t.end + 1 for t in inside if t.tag[0] in "JEV" and block.text[t.end] == " ")])
    proper = any(
        t.start >= first and (t.tag in _PROPER or t.form in words("works", "proper_games")) for t in inside
    )
    return first if proper and first < end else None


def _is_ship(name: str) -> bool:
    """Say whether a name in 호 is one of a ship or spacecraft: 인사이트호, 보이저1호; not 신호, 박정호."""
    base = re.sub(r"\d*호$", "", name)
    if is_korean_name(base) or name.endswith(tuple(words("works", "no_ships"))):
        return False
    return (base != name[:-1] or len(base) > 2 or is_foreign_word(base)) and not is_korean_name(name)


@cache
def _known() -> tuple[Callable[[str], list[tuple[int, int]]], list[tuple[re.Pattern[str], EntityType]]]:
    games, gatherings = any_of(words("works", "games")), any_of(words("works", "gatherings"))
    numbered = rf"(제 ?\d+[회차] (?:[가-힣A-Za-z·-]+ ){{0,3}}[가-힣A-Za-z·-]*(?:{gatherings})){NAME_END}"
    event = (
        rf"{NAME_START}((?:(?:19|20)\d\d년? )?(?:(?!{_DEICTIC})[가-힣]{{2,6}} )?(?:[가-힣]{{1,3}}[·-]){{0,3}}"
        rf"[가-힣A-Z0-9]{{0,8}}(?:{games})){NAME_END}"
    )
    return word_finder(words("works", "known"), variant=r"(?:[A-Z]{1,2}|[A-Z]?\d{1,2}[A-Z+]?)?"), [
        (re.compile(numbered), "EV"),
        (re.compile(event), "EV"),
    ]


def _in_apposition(block: TextBlock) -> Iterator[Candidate]:
    """Give what a common noun calls by its kind: AI 스피커인 카카오 미니, 메신저 카카오톡, 아틀라스5 로켓."""
    tokens, text = block.tokens, block.text
    before, after = words("works", "before"), words("works", "after")
    for i, token in enumerate(tokens):
        if token.tag != "NNG":
            continue
        if token.form in before and i + 1 < len(tokens):
            copula = tokens[i + 1].tag == "VCP" and i + 2 < len(tokens) and tokens[i + 2].tag == "ETM"
            span = _run_after(tokens, text, i + 3 if copula else i + 1, whole=copula)
            if span and text[token.end : span[0]] in (" ", "인 "):
                yield Candidate(block.index, *span, "PD", NAMED_AFTER if copula else CUED)
        if token.form in after and i and text[token.start - 1] == " " and _ends_word(tokens, i):
            span = _run_before(tokens, text, i)
            if span:
                yield Candidate(block.index, *span, "PD", CUED)


def _with_letters(block: TextBlock) -> Iterator[Candidate]:
    """Give a craft with its letters in parentheses, each a name: 화성 정찰위성(MRO)."""
    tokens, text = block.tokens, block.text
    for i, token in enumerate(tokens):
        if text[token.end : token.end + 1] != "(" or not _CRAFT.search(token.form):
            continue
        letters = _LETTERS.match(text, token.end)
        if not letters:
            continue
        yield Candidate(block.index, letters.start(1), letters.end(1), "PD", NAMED_AFTER)
        first = i
        while (
            first and tokens[first - 1].tag in _NOMINAL and tokens[first].start - tokens[first - 1].end <= 1
        ):
            first -= 1
        if any(t.tag in ("NNP", "SL") for t in tokens[first:i]):
            yield Candidate(block.index, tokens[first].start, token.end, "PD", NAMED_AFTER)


_LETTERS = re.compile(r"\(([A-Z][A-Za-z0-9-]{1,9})\)")


def _run_after(tokens: list[Token], text: str, i: int, *, whole: bool) -> tuple[int, int] | None:
    """Give the name that begins at token ``i``: its first word, or with ``whole`` all nouns up to a particle."""
    if i >= len(tokens) or not (tokens[i].tag in ("NNP", "SL") or is_foreign_word(tokens[i].form)):
        return None
    start = end = tokens[i].start
    while i < len(tokens) and tokens[i].tag in _NOMINAL and text[end : tokens[i].start] in ("", " "):
        if not whole and tokens[i].start > end:
            break
        end = tokens[i].end
        i += 1
    return start, end


def _run_before(tokens: list[Token], text: str, i: int) -> tuple[int, int] | None:
    """Give the word right before token ``i`` if it holds a proper noun and nothing but a name."""
    end = start = tokens[i - 1].end
    proper = False
    while i and tokens[i - 1].end == start and tokens[i - 1].tag in _NOMINAL:
        i -= 1
        start = tokens[i].start
        proper = proper or tokens[i].tag in ("NNP", "SL")
    whole = start == 0 or not text[start - 1].isalnum()
    return (start, end) if proper and whole and start < end else None


def _ends_word(tokens: list[Token], i: int) -> bool:
    return (
        i + 1 == len(tokens) or tokens[i + 1].tag not in ("XSN", "NNG") or tokens[i + 1].start > tokens[i].end
    )


@cache
def _kinds() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (kind, re.compile(rf"(?:^|[ ·])[가-힣]{{0,4}}(?:{any_of(nouns.split())}){NAME_END}"))
        for kind, nouns in read_table("works")["kinds"].items()
    ]


def _in_lists(block: TextBlock) -> Iterator[Candidate]:
    """Give the members of a list whose kind is told at its end: A, B 등 신사업; A, B 등 큰 국가로."""
    if " 등" not in block.text:
        return
    proper = {token.start: token.end for token in block.tokens if token.tag in ("NNP", "SL")}
    for match in re.finditer(r"(?<=\S) 등(?=[ 의]) ?", block.text):
        head = block.text[match.end() : match.end() + 32]
        firsts = [(found.start(), kind) for kind, pattern in _kinds() if (found := pattern.search(head))]
        if firsts:
            yield from _members(block, match.start(), proper, min(firsts)[1])


_LINK = re.compile(r"(?:, ?|·| 및 |[와과] )$")


def _members(block: TextBlock, end: int, proper: dict[int, int], type_: str) -> Iterator[Candidate]:
    """Give the last words before ``end`` that a list holds, each a proper noun: one word between breaks."""
    text = block.text
    while end > 0:
        start = max(text.rfind(mark, 0, end) for mark in (" ", ",", "·", "(", "'", '"')) + 1
        stop = proper.get(start)
        while stop is not None and stop < end and stop in proper:
            stop = proper[stop]
        if stop != end:
            return
        if text[start:end] not in words("works", "generic"):
            yield Candidate(block.index, start, end, type_, LISTED)  # type: ignore[arg-type]
        before = _LINK.search(text, max(0, start - 4), start)
        if not before:
            return
        end = before.start()
