"""One coverage-guided search over the readers of sources; the arguments are libFuzzer's."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["store"]):
    from store.dedup.paragraphs import fold
    from store.ingest import Failure, ingest
    from tests.torture.placing import unfit

NAMES = ("a.txt", "a.html", "a.xml", "a.jsonl", "-")


def search(data: bytes) -> None:
    """Read an input whose first byte tells what it is called."""
    name = NAMES[data[0] % len(NAMES)] if data else "-"
    for found in ingest(name, data[1:]):
        if not isinstance(found, Failure):
            article = fold(found)
            if wrong := unfit(article):
                raise AssertionError(wrong)


if __name__ == "__main__":
    atheris.Setup(sys.argv, search)
    atheris.Fuzz()
