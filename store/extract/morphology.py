"""Kiwi behind one small face: blocks of text in, morphemes and sentences out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from store.extract.document import Document, Sentence, TextBlock, Token
from store.extract.word_groups import word_group
from store.model import Article

if TYPE_CHECKING:
    from kiwipiepy import Kiwi
    from kiwipiepy import Token as KiwiToken

CUTOFF = 4.0
"""How much worse than the best a reading may get and still be followed: a sixth less time than with Kiwi's 8,
other morphemes in one paragraph of twenty, three other names among 2,476 in KLUE's held-out sentences.
"""

NameFinder = Callable[[str], list[tuple[int, int]]]
"""Finds, in a text, the places that must stay whole as proper nouns."""


@cache
def load_kiwi() -> Kiwi:
    """Load the analyser, once a process: about one second and 500 MB."""
    from kiwipiepy import Kiwi

    kiwi = Kiwi(num_workers=1)
    kiwi.global_config.cutoff_threshold = CUTOFF
    for noun in sorted(word_group("whole")):
        kiwi.add_user_word(noun, "NNG")
    return kiwi


def tokenize(texts: Sequence[str], names: NameFinder | None = None) -> list[list[KiwiToken]]:
    """Tokenise texts in order; what ``names`` finds in each is kept as one NNP."""
    from kiwipiepy import Match

    kiwi = load_kiwi()
    # Its flags joined here are not joined anew for every text.
    options = Match.ALL | Match.Z_CODA | Match.COMPATIBLE_JAMO
    # One text at a time: on one core that is a tenth quicker than Kiwi's own walk over many.
    return [kiwi.tokenize(text, options, z_coda=False, pretokenized=_whole(text, names)) for text in texts]


def _whole(text: str, names: NameFinder | None) -> list[tuple[int, int, str]] | None:
    return [(start, end, "NNP") for start, end in names(text)] or None if names else None


def to_tokens(tokens: Iterable[KiwiToken]) -> list[Token]:
    """Turn Kiwi's tokens into ours: plain tags, end offsets."""
    return [Token(t.form, _plain(t.tag), t.start, t.end) for t in tokens]


@cache
def _plain(tag: str) -> str:
    return tag.partition("-")[0]


def analyze(article: Article, published: date | None, names: NameFinder | None = None) -> Document:
    """Tokenise every block of an article once and split it into sentences."""
    texts = [block.text for block in article.blocks]
    blocks = []
    for index, (block, tokens) in enumerate(zip(article.blocks, tokenize(texts, names), strict=True)):
        text_block = TextBlock(index, block.text, block.role, to_tokens(tokens))
        text_block.sentences = split_sentences(index, tokens)
        blocks.append(text_block)
    return Document(article, published, blocks)


def split_sentences(block: int, tokens: Sequence[KiwiToken]) -> list[Sentence]:
    """Group a block's tokens by the sentence that Kiwi puts them in."""
    sentences: list[Sentence] = []
    first = 0
    for together in _put_right([list(g) for _, g in groupby(tokens, attrgetter("sent_position"))]):
        end = max([t.end for t in together])
        sentences.append(Sentence(block, together[0].start, end, first, first + len(together)))
        first += len(together)
    return sentences


def _put_right(sentences: list[list[KiwiToken]]) -> list[list[KiwiToken]]:
    """Give the particle its quoted name, which Kiwi leaves to the sentence before: 끝났다. '별빛'·은 왔다."""
    for before, after in pairwise(sentences):
        if after[0].tag[0] != "J" or after[0].start != before[-1].end:
            continue
        opener = next((i for i in range(len(before) - 1, 0, -1) if before[i].tag == "SSO"), 0)
        if opener and before[opener - 1].tag == "SF":
            after[:0] = before[opener:]
            del before[opener:]
    return sentences
