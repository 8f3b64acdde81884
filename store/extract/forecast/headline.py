"""Forecasts of headlines, which end with a noun: 내년 2% 성장 전망, 이르면 7월 출시할 듯."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.extract.document import Document, TextBlock, Token
from store.extract.lexicon import words
from store.model import Forecast, Quotation, Speaker

_WORDS = ("전망", "예상", "예정", "계획", "방침", "가능성", "듯", "것")
_NOUNS = frozenset({"전망", "예상", "예정", "계획", "방침", "가능", "듯", "것"})
"""What a headline about the future ends with, behind an ending of the future."""

_ALONE = frozenset({"전망", "예정", "가능"})
"""What does so behind a bare noun: 성장 전망, 소환 예정, 인하 가능성."""

_BEFALLING = words("future", "befalling")
_CUT = re.compile(r"…|\.\.\.?|‥|[\"“”]|\s[|=]\s|(?<=[가-힣])\?")
_BEHIND = re.compile(r"[\s'‘’·,.]*(?:[(\[<][^)\]>]{1,8}[)\]>])?\s*$")
_LEADING = re.compile(r"[\s'‘’·,.\])>]*(?:\[[^\]]{1,12}\])?\s*")
_SHORTEST = 8
_SHARED = 0.5


def headline_forecasts(
    document: Document, told: Sequence[Forecast], quotations: Sequence[Quotation]
) -> list[Forecast]:
    """Give the statements about the future in titles and decks that none of ``told`` says as well."""
    found = []
    for block in document.blocks:
        if block.role not in ("title", "deck") or not any(word in block.text for word in _WORDS):
            continue
        for start, end in _parts(block.text):
            tokens = [token for token in block.tokens if start <= token.start and token.end <= end]
            if end - start < _SHORTEST or not _looks_ahead(tokens):
                continue
            if any(_is_told(block.text[start:end], forecast.text) for forecast in told):
                continue
            found.append(
                Forecast(
                    block.text[start:end],
                    block.index,
                    start,
                    end,
                    certainty="forecast",
                    confidence=0.7,
                    rule="forecast.headline",
                    speaker=_speaker(block, start, end, quotations),
                )
            )
    return found


def _parts(text: str) -> list[tuple[int, int]]:
    """Cut a headline at its dots and quotation marks."""
    parts, at = [], 0
    for cut in [*_CUT.finditer(text), None]:
        end = cut.start() if cut is not None else len(text)
        behind, leading = _BEHIND.search(text, at, end), _LEADING.match(text, at, end)
        first = leading.end() if leading is not None else at
        last = behind.start() if behind is not None else end
        parts.append((first, max(first, last)))
        at = cut.end() if cut is not None else end
    return parts


def _looks_ahead(tokens: list[Token]) -> bool:
    """…ㄹ 듯, …ㄹ 것, …성장 전망, …인하 가능성 at the end of a headline's part."""
    nouns = [token for token in tokens if token.form != "성" or token.tag != "XSN"]
    if len(nouns) < 3 or nouns[-1].form not in _NOUNS:
        return False
    before = nouns[-2]
    if before.tag == "ETM":
        return before.form in ("ㄹ", "을") and nouns[-3].tag not in ("EP", "VCP")
    if nouns[-1].form == "전망" and before.form not in _BEFALLING:
        return False
    return nouns[-1].form in _ALONE and before.tag in ("NNG", "XSN")


def _is_told(headline: str, statement: str) -> bool:
    wanted, said = _pairs(headline), _pairs(statement)
    return len(wanted & said) >= _SHARED * len(wanted)


def _pairs(text: str) -> set[str]:
    letters = "".join(character for character in text if character.isalnum())
    return {letters[i : i + 2] for i in range(len(letters) - 1)}


def _speaker(block: TextBlock, start: int, end: int, quotations: Sequence[Quotation]) -> Speaker:
    """Give who says it, where the part is a quotation of the headline."""
    for quotation in quotations:
        if any(q.block == block.index and q.start < end and start < q.end for q in quotation.quotes):
            return quotation.speaker
    return Speaker()
