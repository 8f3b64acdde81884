"""Damaged samples through every reader, and a share of them through extraction with the fast reader."""

from __future__ import annotations

import faulthandler
import multiprocessing
import random
import resource
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from store.dedup.paragraphs import fold
from store.ingest import Failure, ingest
from store.model import Article
from tests.torture.mutate import mutated, samples
from tests.torture.placing import misplaced, unfit
from tests.torture.run import Row, Run, Tally

MUTATIONS, READ = 10_000, 1_000
SECONDS, MEGABYTES, MEGABYTES_READ = 10.0, 600.0, 1_600.0
HANGS = 300.0
"""Seconds after which an input is taken for endless, and the process shows where it is and ends."""


def _in_a_process(with_reader: bool, folder: Path, seed: int, numbers: range) -> Tally:
    """Try in a process of its own, whose peak memory is that of these trials."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(try_all, with_reader, seed, numbers).result()


def try_all(with_reader: bool, seed: int, numbers: range) -> Tally:
    """Try some mutations in this process."""
    for name, data in samples():
        # What is loaded late is not to be laid at the door of the first trial.
        try_one(name, data, with_reader, name, Tally())
    tally = Tally()
    for number in numbers:
        name, data = mutated(random.Random(f"{seed}-{number}"))
        try_one(name, data, with_reader, f"mutation {number} of {name}", tally)
    tally.peak("megabytes", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return tally


def try_one(name: str, data: bytes, with_reader: bool, called: str, tally: Tally) -> None:
    """Read one input, and tell what came of it, or what went wrong."""
    tally.count("inputs")
    if with_reader:
        from store.reading import open_reader

        reader = open_reader("fast")
    faulthandler.dump_traceback_later(HANGS, exit=True)
    began = time.perf_counter()
    try:
        for found in ingest(name, data):
            if isinstance(found, Failure):
                tally.count("refused")
                continue
            article = fold(found)
            tally.count("articles")
            for wrong in unfit(article):
                tally.fault("unfit", f"{called}: {wrong}")
            if with_reader:
                _check(article, misplaced(article, reader.read(article)), called, tally)
    except Exception as error:  # noqa: BLE001 - whatever leaves the library is what is looked for
        where = traceback.extract_tb(error.__traceback__)[-1]
        tally.fault("foreign", f"{called}: {type(error).__name__}: {error} ({where.filename}:{where.lineno})")
    finally:
        faulthandler.cancel_dump_traceback_later()
    tally.peak("seconds", time.perf_counter() - began, called)


def _check(article: Article, wrong: list[str], called: str, tally: Tally) -> None:
    tally.count("readings")
    for span in wrong:
        tally.fault("misplaced", f"{called}: {span} in {article.id}")


def _rows(memory: float, tally: Tally) -> list[Row]:
    counts = tally.counts
    told = (
        f"{counts['inputs']} inputs, {counts.get('articles', 0)} articles, {counts.get('refused', 0)} refused"
    )
    read = f"{counts['readings']} readings" if counts.get("readings") else ""
    return [
        Row("exceptions other than sinmun's own", counts.get("foreign", 0), None, 0, told),
        Row("articles with what none may have", counts.get("unfit", 0), None, 0),
        Row("spans that do not place", counts.get("misplaced", 0), None, 0, read),
        Row("slowest input, s", tally.most["seconds"], None, SECONDS, tally.which["seconds"]),
        Row("peak memory, MB", tally.most["megabytes"], None, memory),
    ]


READERS = Run("mutations", MUTATIONS, 1_000, partial(_in_a_process, False), partial(_rows, MEGABYTES))
EXTRACTION = Run("mutations-read", READ, 250, partial(_in_a_process, True), partial(_rows, MEGABYTES_READ))
