"""What the shipped taggers score on the held-out part of the KLUE-NER train split, as ``sinmun tag`` tags it.

``python -m store.extract.ner.training.held_out --klue FILE`` prints a row of the model card for each reader.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from store.extract.ner.tagging import tag_lines
from store.extract.ner.training.klue import HEADER, load_klue, score, split
from store.model import ReaderName

READERS: tuple[ReaderName, ...] = ("fast", "precise")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures of both readers, and how many sentences a second of one core each tagged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--klue", type=Path, required=True, help="KLUE-NER train split as JSON")
    _, held_out = split(load_klue(parser.parse_args(arguments).klue))
    lines = [example.text for example in held_out]
    sys.stdout.write(f"| | {HEADER} | sentences/s with morphology |\n")
    for reader in READERS:
        list(tag_lines(lines[:1], reader))
        began = time.process_time()
        tags = list(tag_lines(lines, reader))
        pace = len(lines) / (time.process_time() - began)
        found = [[(tag["start"], tag["end"], tag["type"]) for tag in each] for each in tags]
        sys.stdout.write(f"| {reader} | {score(held_out, found).row()} | {pace:.0f} |\n")


if __name__ == "__main__":
    main()
