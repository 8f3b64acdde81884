"""Every figure beside its baseline, one line a row, and ``bench.json``."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from store.desk import Desk
from tests.bench import adding, archive, first_paint, keys, lists, newsboat, precise, reading, stories
from tests.bench.row import Row

SEEDS = Path(__file__).parents[2] / "seeds"
SMALL = 1_000
GROWTH = 10
"""How many times the archive is larger whose figures must not grow with it."""


def figures(folder: Path, articles: int, notes: int) -> dict[str, Callable[[], Iterator[Row]]]:
    """Name the groups of figures; each measures when it is called."""

    def home_of(size: int) -> Path:
        home = folder / f"home-{size}"
        archive.build(home, size)
        return home

    def newest(home: Path) -> str:
        with Desk.open(home) as desk:
            return desk.headlines(limit=1)[0].title[:8]

    def paint(size: int) -> Iterator[Row]:
        home = home_of(size)
        yield from first_paint.rows(home, size, newest(home))

    def beside_newsboat() -> Iterator[Row]:
        home = home_of(articles)
        yield from newsboat.rows(home, folder / "newsboat", articles, newest(home))

    def keeping(size: int) -> Iterator[Row]:
        home = home_of(size)
        archive.annotate(home, notes * size // articles)
        yield from archive.rows(home)

    def growth() -> Iterator[Row]:
        small, large = home_of(articles // GROWTH), home_of(articles)
        archive.annotate(small, notes // GROWTH)
        archive.annotate(large, notes)
        for of_small, of_large in zip(growing(small), growing(large), strict=True):
            yield of_large.beside(of_small)

    def growing(home: Path) -> list[Row]:
        size = articles if home.name == f"home-{articles}" else articles // GROWTH
        shown = [*first_paint.rows(home, size, newest(home)), *lists.rows(home_of(SMALL), home, size)]
        return [*shown, *archive.rows(home)]

    return {
        "paint-small": lambda: paint(SMALL),
        "reading": lambda: reading.rows(SEEDS),
        "precise": precise.rows,
        "stories": stories.rows,
        "adding": adding.rows,
        "paint": lambda: paint(articles),
        "newsboat": beside_newsboat,
        "lists": lambda: lists.rows(home_of(SMALL), home_of(articles), articles),
        "archive": lambda: keeping(articles),
        "keys": lambda: keys.rows(home_of(articles), articles),
        "stalls": lambda: keys.stalls(folder),
        "growth": growth,
    }


def main() -> int:
    """Measure the groups asked for; every row is printed as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", nargs="*", help="only these groups of figures")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--notes", type=int, default=50_000)
    parser.add_argument("--keep", type=Path, help="keep the generated archives in this folder")
    parser.add_argument("--out", type=Path, default=Path("bench.json"))
    given = parser.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp(prefix="sinmun-bench-"))
    done: list[Row] = []
    try:
        for name, measure in figures(folder, given.articles, given.notes).items():
            if not given.groups or name in given.groups:
                for row in measure():
                    done.append(row)
                    print(line(row), flush=True)
                    given.out.write_text(json.dumps([as_json(r) for r in done], indent=1), encoding="utf-8")
    finally:
        if not given.keep:
            shutil.rmtree(folder, ignore_errors=True)
    return 0 if done else 1


def line(row: Row) -> str:
    """Give a row as a line: name, measured, baseline, ratio, target."""
    return (
        f"{row.name:52} {row.measured:10.2f} {row.baseline:10.2f} {row.unit:11}"
        f" {row.ratio:6.2f}x  {row.target:7} {'met' if row.met else 'MISSED'}   ({row.detail})"
    )


def as_json(row: Row) -> dict[str, object]:
    """Give a row as ``bench.json`` has it."""
    return {
        "name": row.name,
        "measured": row.measured,
        "baseline": row.baseline,
        "ratio": row.ratio,
        "target": row.target,
        "unit": row.unit,
    }


if __name__ == "__main__":
    sys.exit(main())
