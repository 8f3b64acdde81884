"""Bytes turned in the files that the desk keeps: whatever is asked then, only its own errors answer."""

from __future__ import annotations

import random
import shutil
import traceback
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from store.desk import Desk
from store.model import Article, SinmunError
from store.reading import articles_of, open_reader
from tests.torture.mutate import SEEDS
from tests.torture.run import Row, Run, Tally

TRIALS, PORTION = 200, 50
FILES = ("archive.sqlite3", "notebook.sqlite3", "journal.jsonl", "notebook")


def trials(folder: Path, seed: int, numbers: range) -> Tally:
    """Turn up to 500 bytes of one file, and now and then cut it off; then ask the desk for everything."""
    tally = Tally()
    _keep_some(folder / "sound")
    for number in numbers:
        home = folder / str(number)
        shutil.copytree(folder / "sound", home)
        name = _turn_bytes(home, random.Random(f"{seed}-{number}"))
        called = f"trial {number}, {name}"
        tally.count("trials")
        with _Told(called, tally):
            desk = Desk(home)
            for asked in _questions(desk, home):
                with _Told(called, tally):
                    asked()
            desk.close()
    return tally


class _Told:
    """Counts what leaves the library: its own errors, and those of others as faults."""

    def __init__(self, called: str, tally: Tally) -> None:
        self._called, self._tally = called, tally

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, SinmunError):
            self._tally.count("told")
        elif isinstance(error, Exception):
            where = traceback.extract_tb(error.__traceback__)[-1]
            said = f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"
            self._tally.fault("foreign", f"{self._called}: {said}")
        return isinstance(error, Exception)


def _turn_bytes(home: Path, chance: random.Random) -> str:
    path = home / chance.choice(FILES)
    if path.is_dir():
        path = chance.choice(sorted(path.iterdir()))
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 5, 50, 500))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data[: chance.randrange(len(data))] if chance.random() < 0.2 else data)
    return path.name


def _questions(desk: Desk, home: Path) -> Iterator[Callable[[], object]]:
    yield desk.headlines
    yield desk.counts
    yield lambda: desk.count("다리")
    yield desk.notes
    yield desk.stories
    yield desk.entities
    yield desk.corrections
    yield desk.all_tags
    yield desk.undo
    yield desk.redo
    for each in _ids():
        yield partial(desk.article, each)
        yield partial(desk.reading, each)
        yield partial(desk.annotations, each)
    yield lambda: list(desk.export(home / "vault"))
    yield lambda: list(desk.add([str(SEEDS)]))
    yield desk.check


@cache
def _ids() -> list[str]:
    return [each.id for each in articles_of([str(SEEDS)]) if isinstance(each, Article)]


def _keep_some(home: Path) -> None:
    reader = open_reader("fast")
    with Desk(home) as desk:
        list(desk.add([str(SEEDS)]))
        for each in _ids():
            reading = desk.keep_reading(reader.read(desk.article(each)))
            desk.annotate(each, note="메모", tags=["확인"])
            for fact in reading.facts[:1]:
                desk.annotate(each, fact=fact, status="accepted")
        desk.correct("rename", "나델라", "사티아 나델라")


def _rows(tally: Tally) -> list[Row]:
    counts = tally.counts
    told = f"{counts['trials']} files damaged, {counts.get('told', 0)} errors of sinmun's own"
    return [Row("other errors out of damaged files", counts.get("foreign", 0), None, 0, told)]


RUN = Run("damage", TRIALS, PORTION, trials, _rows)
