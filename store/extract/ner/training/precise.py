"""Train the precise tagger: ``python -m store.extract.ner.training.precise --klue FILE --out DIR``."""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import torch

from store.extract.ner.bio import decode
from store.extract.ner.characters import Alphabet
from store.extract.ner.gazetteer import load_gazetteer
from store.extract.ner.training.klue import HEADER, Example, load_klue, score, split
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


class Chosen(NamedTuple):
    """What the network knows by number: the encoder's pieces that are kept, characters, tags."""

    kept: list[int]
    pieces: list[str]
    scores: list[float]
    alphabet: Alphabet


def main() -> None:
    """Train with one seed, keep a checkpoint of each epoch, and print its figures on the held-out part."""
    arguments = _arguments()
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(arguments.threads)
    examples = load_klue(arguments.klue)
    part, held_out = split(examples)
    learnt = examples if arguments.full else part
    tokens = analyse(learnt)
    encoder = load_encoder()
    chosen = choose_vocabulary(encoder, learnt, tokens)
    torch.manual_seed(0)  # all seeds start from one head, so that what they learn can be averaged
    network = build_network(encoder, chosen)
    if arguments.start:
        network.load_state_dict(torch.load(arguments.start, weights_only=True)["weights"])
    torch.manual_seed(arguments.seed)
    make = item_maker(chosen.pieces, chosen.scores, chosen.alphabet, load_gazetteer())
    held_out_items = [make(*pair) for pair in zip(held_out, analyse(held_out), strict=True)]

    def after_epoch(epoch: int, average: Network) -> None:
        tags = decode([example.text for example in held_out], log_probabilities(average, held_out_items))
        figures = score(held_out, [[(t.start, t.end, t.type) for t in sentence] for sentence in tags])
        _tell(f"| {epoch} | {figures.row()} |")
        state = {"pieces": chosen.kept, "alphabet": tuple(chosen.alphabet), "weights": average.state_dict()}
        torch.save(state, arguments.out / f"precise-{arguments.seed}.pt")

    _tell(f"| epoch | {HEADER} |")
    supply = epoch_supply(learnt, tokens, make, arguments.seed)
    recipe = Recipe(arguments.seed, arguments.epochs).scaled(arguments.rate)
    train(network, len(learnt), supply, recipe, _tell, after_epoch)


def choose_vocabulary(encoder: Encoder, examples: Sequence[Example], tokens: Sequence[Tokens]) -> Chosen:
    """Choose what the network knows by number from the sentences it learns from."""
    kept = choose_pieces(encoder, examples)
    return Chosen(
        kept,
        [encoder.pieces[i] for i in kept],
        [float(encoder.scores[i]) for i in kept],
        choose_alphabet(examples, tokens),
    )


def build_network(encoder: Encoder, chosen: Chosen) -> Network:
    """Build the network with the encoder's weights and a fresh head."""
    alphabet = chosen.alphabet
    return Network(encoder, chosen.kept, len(alphabet.characters) + 2, len(alphabet.tags) + 2)


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


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the precise tagger.")
    parser.add_argument("--klue", type=Path, required=True, help="KLUE-NER train split as JSON")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the model")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from instead of the bare encoder")
    parser.add_argument("--rate", type=float, default=1.0, help="factor of the learning rates")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--full", action="store_true", help="train on the held-out part as well")
    return parser.parse_args()


if __name__ == "__main__":
    main()
