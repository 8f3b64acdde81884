"""Every file of somebody's collection of feeds, well-formed and not, named by ``SINMUN_FEEDS``.

The tests of feedparser itself are such a collection: ``SINMUN_FEEDS=feedparser/tests make torture``.
"""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from tests.torture.mutations import MEGABYTES, SECONDS, try_one
from tests.torture.run import Row, Run, Tally

SUFFIXES = (".xml", ".json", ".smil")


def trials(folder: Path, seed: int, numbers: range) -> Tally:
    """Read them all, in a process of its own."""
    given = os.environ.get("SINMUN_FEEDS")
    if not given:
        return Tally(skipped="SINMUN_FEEDS names no folder of feeds")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(read_all, Path(given)).result()


def read_all(folder: Path) -> Tally:
    """Read every feed below a folder, and tell what came of it."""
    tally = Tally()
    for path in sorted(each for each in folder.rglob("*") if each.suffix in SUFFIXES):
        kind = "ill-formed" if "illformed" in path.parts else "other"
        one = Tally()
        try_one(path.name, path.read_bytes(), False, str(path.relative_to(folder)), one)
        one.count(f"{kind} files")
        one.count(f"{kind} read", bool(one.counts.get("articles")))
        one.count(f"{kind} refused", not one.counts.get("articles") and bool(one.counts.get("refused")))
        if not one.counts.get("articles") and not one.counts.get("refused") and not one.faults:
            one.fault("silent", str(path))
        tally.add(one)
    tally.peak("megabytes", getrusage(RUSAGE_SELF).ru_maxrss / 1024)
    return tally


def _rows(tally: Tally) -> list[Row]:
    counts = tally.counts
    told = [
        f"{counts.get(f'{kind} files', 0)} {kind}: {counts.get(f'{kind} read', 0)} read,"
        f" {counts.get(f'{kind} refused', 0)} refused by name"
        for kind in ("ill-formed", "other")
    ]
    return [
        Row("feeds that raised what is not sinmun's own", counts.get("foreign", 0), None, 0, told[0]),
        Row("feeds that nothing was said of", counts.get("silent", 0), None, 0, told[1]),
        Row("articles with what none may have", counts.get("unfit", 0), None, 0),
        Row("slowest feed, s", tally.most.get("seconds", 0.0), None, SECONDS, tally.which.get("seconds", "")),
        Row("peak memory, MB", tally.most["megabytes"], None, MEGABYTES),
    ]


RUN = Run("feeds", 1, 1, trials, _rows)
"""Its one trial is the whole collection."""
