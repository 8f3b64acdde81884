"""Names whose kind the words beside them tell: 메신저 카카오톡, A, B 등 서비스, 정찰위성(MRO)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.document import TextBlock, Token
from store.extract.hangul import NAME_END, any_of
from store.extract.harvest import is_foreign_word, is_korean_name
from store.extract.lexicon import endings, read_table, words

SURE, CUED, LISTED, MADE = 0.92, 0.7, 0.8, 0.87
COINED = 5
"""A noun of this many syllables in one morpheme is one that no dictionary has: 디모르포스."""


_NOMINAL = ("NNP", "NNG", "SL", "SH", "SN", "XSN", "XPN", "XR")
_CRAFT = re.compile(r"(?:위성|탐사선|망원경|우주선|로켓|발사체|로버|궤도선|미사일)$")


def find_by_kind(block: TextBlock) -> Iterator[Candidate]:
    """Give the names of a block beside a noun that tells what they are."""
    yield from _in_apposition(block)
    if _LETTERS.search(block.text):
        yield from _with_letters(block)
    yield from _in_lists(block)


@cache
def _cues() -> frozenset[str]:
    return words("works", "before") | words("works", "after") | _makers() | words("works", "sky")


@cache
def _makers() -> frozenset[str]:
    return words("works", "makers_of")


def _in_apposition(block: TextBlock) -> Iterator[Candidate]:
    """Give what a common noun calls by its kind: AI 스피커인 카카오 미니, 메신저 카카오톡, 아틀라스5 로켓."""
    tokens, text = block.tokens, block.text
    before, after = words("works", "before"), words("works", "after")
    cues = _cues()
    if cues.isdisjoint(block.forms):
        return
    for i, token in enumerate(tokens):
        if token.form not in cues or token.tag != "NNG":
            continue
        if token.form in before and i + 1 < len(tokens):
            copula = _is_copula(tokens, i)
            span = _run_after(tokens, text, i + 3 if copula else i + 1, whole=copula)
            person = span is not None and is_korean_name(text[slice(*span)])
            if span and not person and text[token.end : span[0]] in (" ", "인 "):
                yield Candidate(block.index, *span, "PD", SURE if copula else CUED)
        elif token.form in _makers() or token.form in words("works", "sky"):
            first = i + 3 if _is_copula(tokens, i) else i + 1
            span = _run_after(tokens, text, first, whole=False)
            beside = span and text[token.end : span[0]] in (" ", "인 ")
            if span and beside and _may_name_body(tokens[first], text, span):
                body = token.form in _makers()
                yield Candidate(block.index, *span, "OG" if body else "LC", MADE if body else SURE)
        if token.form in after and i and text[token.start - 1] == " " and _ends_word(tokens, i):
            span = _run_before(tokens, text, i)
            if span and not _is_origin(text[slice(*span)]):
                yield Candidate(block.index, *span, "PD", CUED)


def _is_copula(tokens: list[Token], i: int) -> bool:
    """Say whether 인 follows a noun: 거래소인 새나래."""
    return i + 2 < len(tokens) and tokens[i + 1].tag == "VCP" and tokens[i + 2].tag == "ETM"


def _with_letters(block: TextBlock) -> Iterator[Candidate]:
    """Give a craft with its letters in parentheses, each a name: 화성 정찰위성(MRO)."""
    tokens, text = block.tokens, block.text
    for i, token in enumerate(tokens):
        if text[token.end : token.end + 1] != "(" or not _CRAFT.search(token.form):
            continue
        letters = _LETTERS.match(text, token.end)
        if not letters:
            continue
        yield Candidate(block.index, letters.start(1), letters.end(1), "PD", SURE)
        first = i
        while (
            first and tokens[first - 1].tag in _NOMINAL and tokens[first].start - tokens[first - 1].end <= 1
        ):
            first -= 1
        if any(t.tag in ("NNP", "SL") for t in tokens[first:i]):
            yield Candidate(block.index, tokens[first].start, token.end, "PD", SURE)


_LETTERS = re.compile(r"\(([A-Z][A-Za-z0-9-]{1,9})\)")


def _run_after(tokens: list[Token], text: str, i: int, *, whole: bool) -> tuple[int, int] | None:
    """Give the name that begins at token ``i``: its first word, or with ``whole`` all nouns that follow."""
    if i >= len(tokens) or not (tokens[i].tag in ("NNP", "SL") or _is_foreign(tokens[i].form)):
        return None
    start = end = tokens[i].start
    while i < len(tokens) and tokens[i].tag in _NOMINAL and text[end : tokens[i].start] in ("", " "):
        apart = tokens[i].start > end
        foreign = tokens[i].tag != "NNG" and _is_foreign(text[start:end])
        if not whole and apart and not (foreign and _is_foreign(_word_at(text, tokens[i].start))):
            break
        end = tokens[i].end
        i += 1
    return start, end


def _word_at(text: str, start: int) -> str:
    match = _WORD.match(text, start)
    return match[0] if match else ""


_WORD = re.compile(rf"[가-힣]+?{NAME_END}")


def _is_foreign(word: str) -> bool:
    """Two syllables are too few to tell a foreign word from one like 왕좌."""
    return len(word) > 2 and is_foreign_word(word)


def _may_name_body(first: Token, text: str, span: tuple[int, int]) -> bool:
    """Say whether a word behind a kind of body is its name: not 업체 한국, 기업 한도윤, 항공사 리스트."""
    word = text[slice(*span)]
    if first.tag == "NNG" and first.end == span[1] and len(word) < COINED:
        return False
    places = words("places", "countries") | words("places", "regions") | words("places", "others")
    return len(word) > 1 and word not in places and not is_korean_name(word)


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


def _is_origin(word: str) -> bool:
    """Say whether a word tells of what class or from where a thing is: 한국산 제품, 75t급 엔진."""
    if word[-1] == "급":
        return True
    return word[-1] in "산제" and word[:-1] in words("places", "countries") | words("places", "regions")


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
_QUOTED = re.compile(r"['‘]([^'‘’]{1,30})['’]$")


def _members(block: TextBlock, end: int, proper: dict[int, int], type_: str) -> Iterator[Candidate]:
    """Give the last words before ``end`` that a list holds, each a proper noun.

    One word between breaks, or of products several; those in quotes are passed over.
    """
    text = block.text
    while end > 0:
        if quoted := _QUOTED.search(text, max(0, end - 32), end):
            start = quoted.start()
        else:
            start = max(text.rfind(mark, 0, end) for mark in (" ", ",", "·", "(", "'", '"')) + 1
            if type_ == "PD" and (several := _several(block, end)) is not None:
                start = several
            elif not _is_proper(start, end, proper):
                return
            body = type_ == "PD" and text[start:end].endswith(endings("organizations", "after_proper"))
            if text[start:end] not in words("works", "generic") and not body:
                yield Candidate(block.index, start, end, type_, LISTED)  # type: ignore[arg-type]
        before = _LINK.search(text, max(0, start - 4), start)
        if not before:
            return
        end = before.start()


def _is_proper(start: int, end: int, proper: dict[int, int]) -> bool:
    """Say whether nothing but proper nouns stands between two places."""
    stop = proper.get(start)
    while stop is not None and stop < end and stop in proper:
        stop = proper[stop]
    return stop == end


def _several(block: TextBlock, end: int) -> int | None:
    """Give where a product of two or three words begins, right behind a comma: …, 새나래 로드, …."""
    comma = block.text.rfind(", ", max(0, end - 24), end)
    start = comma + 2
    if comma < 0 or not 1 <= block.text.count(" ", start, end) <= 2:
        return None
    tags = [token.tag for token in tokens_inside(block, start, end)]
    named = bool(tags) and tags[0] in ("NNP", "SL")
    return start if named and all(tag in ("NNP", "NNG", "SL", "SN") for tag in tags) else None
