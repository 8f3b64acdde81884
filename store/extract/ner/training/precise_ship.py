"""Ship what was trained: ``python -m store.extract.ner.training.precise_ship --klue FILE CHECKPOINT…``.

The checkpoints' weights are averaged (they start from the same weights), written in 8 bits, and measured.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import onnx
import torch
from torch import Tensor, nn

from store.extract.document import Token
from store.extract.ner.bio import FloatArray, decode
from store.extract.ner.characters import Alphabet
from store.extract.ner.ensemble import mix
from store.extract.ner.fast import FastTagger
from store.extract.ner.gazetteer import load_gazetteer
from store.extract.ner.precise import FILE, PreciseTagger, Vocabulary
from store.extract.ner.training.klue import HEADER, Example, load_klue, score, split
from store.extract.ner.training.precise_data import Item, analyse, item_maker
from store.extract.ner.training.precise_e5 import load_encoder
from store.extract.ner.training.precise_model import Network
from store.extract.ner.training.precise_onnx import Trained, build_model
from store.extract.ner.training.precise_train import log_probabilities
from store.extract.ner.transitions import load_transitions

CALIBRATION = 512
"""Sentences of the training part whose activations tell how high each input of a linear map runs."""


def main() -> None:
    """Average, ship, measure."""
    parser = argparse.ArgumentParser(description="Ship the precise tagger.")
    parser.add_argument("checkpoints", type=Path, nargs="+", help="checkpoints of the training")
    parser.add_argument("--klue", type=Path, required=True, help="KLUE-NER train split as JSON")
    parser.add_argument("--out", type=Path, default=FILE, help="the model file")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    states = [torch.load(path, weights_only=True) for path in arguments.checkpoints]
    encoder = load_encoder()
    kept, alphabet = states[0]["pieces"], Alphabet(*states[0]["alphabet"])
    network = Network(encoder, kept, len(alphabet.characters) + 2, len(alphabet.tags) + 2).eval()
    network.load_state_dict(average([state["weights"] for state in states]))
    pieces, scores = [encoder.pieces[i] for i in kept], [float(encoder.scores[i]) for i in kept]
    make = item_maker(pieces, scores, alphabet, load_gazetteer())
    part, held_out = split(load_klue(arguments.klue))
    calibration = [make(*pair) for pair in zip(part, analyse(part[:CALIBRATION]), strict=False)]
    trained = Trained(
        {name: value.numpy() for name, value in network.state_dict().items()},
        highest_inputs(network, calibration),
        encoder.heads,
        encoder.epsilon,
    )
    vocabulary = Vocabulary(pieces, scores, alphabet.characters, alphabet.tags)
    metadata = {"vocabulary": msgspec.json.encode(vocabulary).decode()}
    onnx.save(build_model(trained, metadata), str(arguments.out))
    tokens = analyse(held_out)
    items = [make(*pair) for pair in zip(held_out, tokens, strict=True)]
    measure(arguments.out, held_out, tokens, log_probabilities(network, items))


def average(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Average the weights of several networks."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def highest_inputs(network: Network, items: Sequence[Item]) -> dict[str, FloatArray]:
    """Give the highest absolute input of every column of every linear map, by the map's name."""
    highest: dict[str, Tensor] = {}

    def watch(name: str, module: nn.Module) -> Any:
        def look(_: nn.Module, inputs: tuple[Tensor], __: Tensor) -> None:
            seen = inputs[0].flatten(0, -2).abs().amax(0)
            highest[name] = torch.maximum(highest.get(name, seen), seen)

        return module.register_forward_hook(look)

    hooks = [watch(name, m) for name, m in network.named_modules() if isinstance(m, nn.Linear)]
    log_probabilities(network, items)
    for hook in hooks:
        hook.remove()
    return {name: value.clamp(min=1e-4).numpy() for name, value in highest.items()}


def measure(
    path: Path, held_out: Sequence[Example], tokens: Sequence[Sequence[Token]], exact: Sequence[FloatArray]
) -> None:
    """Print the figures of the network in floats, of the shipped model, and of both taggers together."""
    texts = [example.text for example in held_out]
    tagger = PreciseTagger.load(path)
    started = time.process_time()
    emissions = tagger.emissions(texts, tokens)
    seconds = time.process_time() - started
    marginals = FastTagger.load().marginals(texts, tokens)
    mixed = [mix(p, f) for p, f in zip(emissions, marginals, strict=True)]
    lines = [f"| | {HEADER} |"]
    for name, rows, steps in (
        ("float32", exact, None),
        ("8 bits", emissions, None),
        ("8 bits with fast", mixed, load_transitions()),
    ):
        tags = decode(texts, rows, steps)
        figures = score(held_out, [[(t.start, t.end, t.type) for t in sentence] for sentence in tags])
        lines.append(f"| {name} | {figures.row()} |")
    lines.append(f"{len(texts) / seconds:.0f} sentences a second, {path.stat().st_size / 1e6:.1f} MB")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
