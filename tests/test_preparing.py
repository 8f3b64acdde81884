"""Sources prepared by several processes: what one alone would give, in the same order, whatever ends."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

import pytest

from store.desk import Desk
from store.ingest import Failure, sources
from store.intake import preparing
from store.intake.arrival import Arrival
from store.intake.preparing import prepare, prepare_all
from store.work.processes import Processes
from tests.bench.generate import generate

ARTICLES = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Text files, some that fail, and one with many articles."""
    place = tmp_path_factory.mktemp("news")
    made = [[line.text for line in raw.lines] for raw in generate(ARTICLES, seed=3)]
    for number, lines in enumerate(made[:40]):
        (place / f"{number:02}.txt").write_text("\n".join(lines), encoding="utf-8")
    rows = [json.dumps({"title": lines[0], "body": "\n".join(lines[1:])}) for lines in made[40:]]
    (place / "20b.jsonl").write_text("\n".join([*rows[:9], "{", *rows[9:]]), encoding="utf-8")
    (place / "05b.txt").write_bytes(b"\x00\x01\x02")
    (place / "30b.txt").symlink_to(place / "missing")
    return place


@pytest.fixture
def several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "cores", lambda: 2)
    monkeypatch.setattr(preparing, "FEW", 3)
    monkeypatch.setattr(preparing, "PORTION", 4)
    monkeypatch.setattr(preparing, "LARGE_BYTES", 5_000)


def serially(folder: Path) -> list[Arrival | Failure]:
    return [each for source in sources([str(folder)]) for each in preparing._prepare_here(source)]


def without_keys(found: Iterator[Arrival | Failure]) -> list[Arrival | Failure]:
    return [each._replace(keys=None) if isinstance(each, Arrival) else each for each in found]


def test_several_processes_give_what_one_gives(folder: Path, several: None) -> None:
    assert without_keys(prepare_all(sources([str(folder)]))) == serially(folder)


def test_keys_are_those_of_the_signature(folder: Path) -> None:
    from store.dedup.signature import describe

    path = folder / "01.txt"
    (arrival,) = prepare([(str(path), path.read_bytes())])
    assert isinstance(arrival, Arrival)
    assert arrival.keys == describe([arrival.article])[0].keys and arrival.keys


def test_the_archive_is_the_same(
    folder: Path, tmp_path: Path, several: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kept(home: Path) -> tuple[object, ...]:
        with Desk.open(home) as desk:
            added = [(each.id, each.source, each.outcome) for each in desk.add([str(folder)])]
            assert desk.check() == []
            failed = [each for each in added if each[0] is None]
            kept = [each for each in added if each[0] is not None]
            return failed, kept, desk.stories(), [desk.article(each[0]) for each in kept if each[0]]

    parallel = kept(tmp_path / "one")
    monkeypatch.setattr(preparing, "cores", lambda: 1)
    assert kept(tmp_path / "other") == parallel


def test_processes_that_end_cost_nothing_but_time(
    folder: Path, several: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Processes.ask
    killed = []

    def ask_and_kill(self: Processes, request: bytes) -> bytes:
        answer = ask(self, request)
        if len(killed) < 2:
            killed.append(self.started[-1].pid)
            with suppress(ProcessLookupError):
                os.kill(killed[-1], signal.SIGKILL)
        return answer

    monkeypatch.setattr(Processes, "ask", ask_and_kill)
    assert without_keys(prepare_all(sources([str(folder)]))) == serially(folder)
    assert killed


def test_whoever_stops_leaves_no_process(
    folder: Path, several: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Processes] = []
    start = Processes.__init__

    def remember(self: Processes, module: str, count: int) -> None:
        start(self, module, count)
        made.append(self)

    monkeypatch.setattr(Processes, "__init__", remember)
    found = prepare_all(chain(sources([str(folder)]), sources([str(folder)])))
    for _ in range(30):
        next(found)
    found.close()  # type: ignore[attr-defined]
    assert made and made[0].started
    assert all(process.returncode is not None for process in made[0].started)


def test_few_sources_start_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "cores", lambda: 2)
    monkeypatch.setattr(Processes, "ask", lambda *_: pytest.fail("a process was asked"))
    assert list(prepare_all(sources([str(folder)]))) == serially(folder)
