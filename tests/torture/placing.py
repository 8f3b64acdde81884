"""Whether everything that was read stands where it says it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import msgspec

from store.model import Article, Reading, Span


def spans(value: object) -> Iterator[Span]:
    """Walk every span in a value of the model, those inside of spans too."""
    if isinstance(value, Span):
        yield value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from spans(each)


def misplaced(article: Article, reading: Reading) -> list[str]:
    """Give the spans that are not the words of the block and place that they name."""
    return [repr(span) for span in spans(reading) if not _places(article, span)]


def _places(article: Article, span: Span) -> bool:
    if not 0 <= span.block < len(article.blocks):
        return False
    text = article.blocks[span.block].text
    return 0 <= span.start <= span.end <= len(text) and text[span.start : span.end] == span.text


def unfit(article: Article) -> list[str]:
    """Give what an article must not have: text that is not NFC, NUL, half characters, repeats of nothing."""
    texts = [*(block.text for block in article.blocks), *(repeat.text for repeat in article.repeats)]
    fields = [each for each in (article.url, article.publisher, article.author) if each]
    found = []
    for text in [*texts, *fields]:
        if not unicodedata.is_normalized("NFC", text):
            found.append(f"not NFC: {text!r}")
        if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
            found.append(f"NUL or half a character: {text!r}")
    places = range(len(article.blocks))
    found += [
        f"a repeat of nothing: {repeat}" for repeat in article.repeats if not _repeats(repeat.of, places)
    ]
    return found


def _repeats(of: int | None, places: range) -> bool:
    return of is None or of in places
