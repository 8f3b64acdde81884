"""What the precise tagger learns from: a vocabulary, sentences as numbers, batches of like length."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from store.extract.document import Token
from store.extract.morphology import to_tokens, tokenize
from store.extract.ner.bio import labels_of
from store.extract.ner.characters import Alphabet, feature_maker
from store.extract.ner.gazetteer import Gazetteer
from store.extract.ner.pieces import END, PADDING, START, UNKNOWN, WORD_START, piece_tokenizer
from store.extract.ner.training.klue import Example
from store.extract.ner.training.precise_e5 import Encoder
from store.extract.ner.training.precise_model import POSITIONS, Batch

PIECES = 10_000
RARE_CHARACTER, RARE_TAG = 2, 5
WORD_DROPOUT = 0.03
_SORTED_TOGETHER = 40


class Item(NamedTuple):
    """A sentence as numbers: piece ids (start and end included); piece, features, label of each character."""

    ids: list[int]
    piece_of: list[int]
    rows: NDArray[np.int32]
    labels: list[int]


Tokens = Sequence[Token]
ItemMaker = Callable[[Example, Tokens], Item]


def analyse(examples: Sequence[Example]) -> list[list[Token]]:
    """Give the morphemes of each example."""
    return [to_tokens(tokens) for tokens in tokenize([example.text for example in examples])]


def choose_pieces(encoder: Encoder, examples: Iterable[Example]) -> list[int]:
    """Choose the encoder's pieces to keep: those of the examples, all Hangul ones, then the most frequent.

    Of the frequent ones only those that Korean news can hold: ASCII, punctuation, hanja.
    """
    tokenizer = piece_tokenizer(encoder.pieces, encoder.scores.tolist())
    chosen = set(range(UNKNOWN + 1))
    for example in examples:
        chosen.update(tokenizer(example.text).ids)
    bare = [piece.removeprefix(WORD_START) for piece in encoder.pieces]
    chosen.update(i for i, piece in enumerate(bare) if piece and all("가" <= c <= "힣" for c in piece))
    for i, piece in enumerate(bare):  # the pieces are in the order of their frequency
        if len(chosen) >= PIECES:
            break
        if piece.isascii() or (len(piece) == 1 and "\u4e00" <= piece <= "\u9fff"):
            chosen.add(i)
    return sorted(chosen)


def choose_alphabet(examples: Iterable[Example], tokens: Iterable[Tokens]) -> Alphabet:
    """Choose the characters and tags that occur often enough to have a number of their own."""
    characters = Counter(c for example in examples for c in example.text)
    tags = Counter(token.tag for sentence in tokens for token in sentence)
    return Alphabet(
        "".join(sorted(c for c, count in characters.items() if count >= RARE_CHARACTER)),
        tuple(sorted(tag for tag, count in tags.items() if count >= RARE_TAG)),
    )


def item_maker(
    pieces: Sequence[str], scores: Sequence[float], alphabet: Alphabet, gazetteer: Gazetteer
) -> ItemMaker:
    """Make the function that turns an example and its tokens into numbers."""
    tokenizer = piece_tokenizer(pieces, scores)
    features = feature_maker(alphabet, gazetteer)

    def make(example: Example, tokens: Tokens) -> Item:
        ids, piece_of = tokenizer(example.text)
        rows = features(example.text, tokens, piece_of)
        ids = [START, *ids[: POSITIONS - 2], END]
        inside = [min(piece + 1, len(ids) - 1) for piece in piece_of]
        return Item(ids, inside, rows, labels_of(len(example.text), example.spans))

    return make


def collate(items: Sequence[Item]) -> Batch:
    """Pad sentences into one batch."""

    def padded(rows: Iterable[Sequence[int]], value: int) -> Tensor:
        tensors = [torch.as_tensor(row) for row in rows]
        return torch.nn.utils.rnn.pad_sequence(tensors, batch_first=True, padding_value=value)

    rows = torch.nn.utils.rnn.pad_sequence([torch.from_numpy(i.rows).long() for i in items], batch_first=True)
    return Batch(
        padded((i.ids for i in items), PADDING),
        torch.tensor([len(i.ids) for i in items]),
        padded((i.piece_of for i in items), 0),
        rows,
        padded((i.labels for i in items), -100),
    )


def batches(items: Sequence[Item], size: int, chance: random.Random) -> Iterator[Batch]:
    """Walk all sentences once in random order, those of like length together."""
    order = list(range(len(items)))
    chance.shuffle(order)
    together = []
    for start in range(0, len(order), size * _SORTED_TOGETHER):
        near = sorted(order[start : start + size * _SORTED_TOGETHER], key=lambda i: len(items[i].ids))
        together += [near[i : i + size] for i in range(0, len(near), size)]
    chance.shuffle(together)
    for chosen in together:
        yield collate([items[i] for i in chosen])


def drop_words(batch: Batch) -> Batch:
    """Hide a few pieces and characters, so that the network learns to read around rare ones."""
    ids, rows = batch.ids.clone(), batch.rows.clone()
    ids[(torch.rand(ids.shape) < WORD_DROPOUT) & (ids > UNKNOWN)] = UNKNOWN
    hidden = (torch.rand(rows.shape[:2]) < WORD_DROPOUT) & (rows[:, :, 0] > 0)
    rows[:, :, 0][hidden] = 1
    return batch._replace(ids=ids, rows=rows)
