"""Words of a query as FTS5 looks for them: raw with any josa, or as the morphemes of what was read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Protocol

from store.search.josa import JOSA, stems_of


class Vocabulary(Protocol):
    """Answers what the index has; words are in lower case."""

    def knows(self, word: str) -> bool:
        """Tell whether a word stands as a morpheme in any article that was read."""
        ...

    def begins(self, text: str) -> bool:
        """Tell whether any word or morpheme of the index begins with a text."""
        ...

    def containing(self, text: str) -> Sequence[str]:
        """Give the raw words that have a text in them, but do not begin with it; none where it is costly."""
        ...

    def is_whole(self) -> bool:
        """Tell whether the morphemes of every article are known."""
        ...


_BOUNDARY = re.compile(r"(?<=[가-힣])(?=[A-Za-z0-9])|(?<=[A-Za-z])(?=[가-힣])")


def tokens_of(text: str) -> list[str]:
    """Cut a text into words just as the tokenizer of the index does."""
    return "".join(c if _is_token(c) else " " for c in unicodedata.normalize("NFC", text)).split()


def _is_token(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co" or category == "Mn"


def match_phrase(text: str) -> str:
    """Give the FTS5 expression for words just as they stand; the last may have its josa behind it."""
    *before, last = tokens_of(text)
    return "raw : (" + " OR ".join(_quote([*before, last + josa]) for josa in ("", *JOSA)) + ")"


def match_word(text: str, prefix: bool, neighbours: Sequence[str], vocabulary: Vocabulary) -> str:
    """Give the FTS5 expression for one word of a query.

    ``neighbours`` are its spellings together with the word before or behind it: 한국 은행 finds 한국은행.
    """
    tokens = tokens_of(text)
    if prefix:
        return f"raw : {_quote(tokens)} * OR terms : {_quote(tokens)} *"
    whole = spellings(text, neighbours, vocabulary)
    return _either(whole, [parts for spelling in whole for parts in _parted(spelling, vocabulary)])


def match_unread(text: str, prefix: bool, neighbours: Sequence[str], vocabulary: Vocabulary) -> str:
    """Give the FTS5 expression for one word in articles whose morphemes are not known yet.

    Whatever stands behind it is taken for an ending or the rest of a compound: 반박했다, 금리인하.
    """
    if prefix:
        return match_word(text, prefix, neighbours, vocabulary)
    whole = spellings(text, neighbours, vocabulary)
    word = whole[0][0]
    apart = [[word[:at], word[at:]] for at in range(2, len(word) - 1)] if len(whole[0]) == 1 else []
    begun = [_quote(spelling) + " *" for spelling in (*whole, *apart) if len(spelling[-1]) > 1]
    held = [_quote([each]) for each in _holding(word, vocabulary)] if len(whole[0]) == 1 else []
    return f"raw : ({' OR '.join([*begun, *held, *map(_quote, whole)])})"


def _holding(word: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Give the raw words that a word ends, or a longer one stands in: 한울반도체는, 소비자물가."""
    if len(word) < 2:
        return
    for each in vocabulary.containing(word.casefold()):
        head, _, behind = each.partition(word.casefold())
        if len(word) > 2 or (len(head) > 1 and behind in ("", *JOSA)):
            yield each


def match_anywhere(text: str, prefix: bool, vocabulary: Vocabulary) -> str:
    """Give the FTS5 expression for a word or words that are looked at again: as one word, or cut anywhere."""
    if prefix:
        return match_word(text, prefix, (), vocabulary)
    whole = spellings(text, (), vocabulary)
    word = "".join(whole[-1])
    return _either([*whole, [word]], [[word[:at], word[at:]] for at in range(1, len(word))])


def _either(whole: Sequence[Sequence[str]], apart: Sequence[Sequence[str]]) -> str:
    raw = [
        _quote([*spelling[:-1], spelling[-1] + josa]) for spelling in (*whole, *apart) for josa in ("", *JOSA)
    ]
    # What was read has its compounds as one word, however they were written.
    terms = [_all(spelling) for spelling in whole]
    return f"raw : ({' OR '.join(raw)}) OR terms : ({' OR '.join(terms)})"


def spellings(text: str, neighbours: Sequence[str], vocabulary: Vocabulary) -> list[list[str]]:
    """Give a word as it is written, with its neighbours as one word, and without the josa behind it."""
    tokens = tokens_of(text)
    joined = (tokens_of(neighbour) for neighbour in neighbours if vocabulary.begins(neighbour.casefold()))
    found = [tokens, *joined]
    if len(tokens) == 1 and not vocabulary.knows(tokens[0].casefold()):
        found += [[stem] for stem in stems_of(tokens[0]) if vocabulary.knows(stem.casefold())][:1]
    return found


def _parted(tokens: Sequence[str], vocabulary: Vocabulary) -> Iterator[list[str]]:
    """Give a word as it may be written apart: 생성 AI of 생성AI, and of 데이터센터 the two words in it."""
    parted = [part for token in tokens for part in _BOUNDARY.split(token)]
    if len(parted) > len(tokens):
        yield parted
    elif len(tokens) == 1:
        word = tokens[0]
        for at in range(2, len(word) - 1):
            if vocabulary.knows(word[:at].casefold()) and vocabulary.knows(word[at:].casefold()):
                yield [word[:at], word[at:]]


def _quote(tokens: Sequence[str]) -> str:
    return '"' + " ".join(tokens) + '"'


def _all(tokens: Sequence[str]) -> str:
    return "(" + " AND ".join(f'"{token}"' for token in tokens) + ")"
