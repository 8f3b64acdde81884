"""Train the precise tagger: ``python -m store.extract.ner.training.precise --klue FILE --mecab FILE --out DIR``."""

from __future__ import annotations

import argparse
import json
import lzma
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import torch

from store.extract.ner.bio import decode
from store.extract.ner.characters import Alphabet, GazetteerBits
from store.extract.ner.training.klue import HEADER, Example, Score, load_klue, score, split
from store.extract.ner.training.precise_data import (
    Item,
    ItemMaker,
    Tokens,
    analyse,
    choose_alphabet,
    choose_pieces,
    item_maker,
)
from store.extract.ner.training.precise_e5 import Encoder, load_encoder
from store.extract.ner.training.precise_model import Network
from store.extract.ner.training.precise_swap import NamePool
from store.extract.ner.training.precise_train import Recipe, log_probabilities, train

SWAPPED_SENTENCES = 0.3
SWAPPED_NAMES = 0.5


class Vocabulary(NamedTuple):
    """What the network knows by number: the encoder's pieces that are kept, characters, tags."""

    kept: list[int]
    pieces: list[str]
    scores: list[float]
    alphabet: Alphabet


def main() -> None:
    """Train with one seed, write checkpoints, and print the figures on the held-out part after each epoch."""
    arguments = _arguments()
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(arguments.threads)
    examples = load_klue(arguments.klue)
    part, held_out = split(examples)
    learnt = examples if arguments.full else part
    tokens, held_out_tokens = analyse(learnt), analyse(held_out)
    encoder = load_encoder()
    vocabulary = choose_vocabulary(encoder, learnt, tokens)
    make = item_maker(
        vocabulary.pieces, vocabulary.scores, vocabulary.alphabet, load_gazetteer(arguments.mecab)
    )
    held_out_items = [make(*pair) for pair in zip(held_out, held_out_tokens, strict=True)]
    network = build_network(encoder, vocabulary)

    def after_epoch(epoch: int, average: Network) -> None:
        figures = evaluate(average, held_out, held_out_items)
        print(f"epoch {epoch} | {figures.row()}", flush=True)
        torch.save(
            {"vocabulary": tuple(vocabulary), "weights": average.state_dict()},
            arguments.out / f"precise-{arguments.seed}.pt",
        )

    print(f"epoch | {HEADER}", flush=True)
    recipe = Recipe(arguments.seed, epochs=arguments.epochs)
    supply = epoch_supply(learnt, tokens, make, arguments.seed)
    train(network, supply, recipe, lambda line: print(line, flush=True), after_epoch)


def choose_vocabulary(encoder: Encoder, examples: Sequence[Example], tokens: Sequence[Tokens]) -> Vocabulary:
    """Choose what the network knows by number from the sentences it learns from."""
    kept = choose_pieces(encoder, examples)
    return Vocabulary(
        kept,
        [encoder.pieces[i] for i in kept],
        [float(encoder.scores[i]) for i in kept],
        choose_alphabet(examples, tokens),
    )


def build_network(encoder: Encoder, vocabulary: Vocabulary) -> Network:
    """Build the network with the encoder's weights and a fresh head."""
    alphabet = vocabulary.alphabet
    return Network(encoder, vocabulary.kept, len(alphabet.characters) + 2, len(alphabet.tags) + 2)


def epoch_supply(
    examples: Sequence[Example], tokens: Sequence[Tokens], make: ItemMaker, seed: int
) -> Callable[[int], list[Item]]:
    """Make the function that gives the sentences of an epoch, some of them with other names."""
    items = [make(*pair) for pair in zip(examples, tokens, strict=True)]
    pool = NamePool(examples)

    def supply(epoch: int) -> list[Item]:
        chance = random.Random(f"{seed} {epoch}")  # noqa: S311 - repeatable on purpose
        chosen = [i for i in range(len(examples)) if chance.random() < SWAPPED_SENTENCES]
        swapped = [pool.swap(examples[i], SWAPPED_NAMES, chance) for i in chosen]
        changed = dict(zip(chosen, map(make, swapped, analyse(swapped)), strict=True))
        return [changed.get(i, item) for i, item in enumerate(items)]

    return supply


def evaluate(network: Network, examples: Sequence[Example], items: Sequence[Item]) -> Score:
    """Score the network on examples that it was not trained on."""
    tags = decode([e.text for e in examples], log_probabilities(network, items))
    return score(examples, [[(t.start, t.end, t.type) for t in sentence] for sentence in tags])


def load_gazetteer(path: Path) -> GazetteerBits:
    """Read the names of mecab-ko-dic (JSON, xz): 인명, 지명 and other proper nouns."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        names: dict[str, list[str]] = json.load(file)
    bits: dict[str, int] = {}
    for key, bit in (("인명", 1), ("지명", 2), ("*", 4)):
        for name in names[key]:
            bits[name] = bits.get(name, 0) | bit
    return lambda word: bits.get(word, 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the precise tagger.")
    parser.add_argument("--klue", type=Path, required=True, help="KLUE-NER train split as JSON")
    parser.add_argument("--mecab", type=Path, required=True, help="names of mecab-ko-dic, JSON in xz")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the model")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--full", action="store_true", help="train on the held-out part as well")
    return parser.parse_args()


if __name__ == "__main__":
    main()
