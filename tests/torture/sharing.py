"""Two processes with four threads each write into one notebook, beside one plain TinyDB."""

from __future__ import annotations

import json
import multiprocessing
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from store.desk import Desk
from tests.torture.run import Row, Run, Tally

NOTES, PROCESSES, THREADS = 2_000, 2, 4
ARTICLES = 10


def trials(folder: Path, seed: int, numbers: range) -> Tally:
    """A trial is one note; the portion is divided among the threads of both processes."""
    tally = Tally()
    home, plain = folder / "home", folder / "plain.json"
    for number in range(ARTICLES):
        text = f"{number}번째 다리 놓인다\n\n해온시가 {number}년 뒤에 다리를 놓는다고 밝혔다.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    with Desk(home) as desk:
        articles = [each.id for each in desk.add([str(folder)]) if each.id]
    each = len(numbers) // (PROCESSES * THREADS)
    _together(_write_to_desk, (home, articles, each))
    _together(_write_plainly, (plain, articles, each))
    wanted = each * PROCESSES * THREADS
    with Desk(home) as desk:
        notes = {annotation.note for annotation, _ in desk.notes()}
        for problem in [*desk.notices, *desk.check()]:
            tally.fault("unsound", problem)
    tally.count("notes", wanted)
    tally.count("lost", wanted - len(notes))
    tally.count("plain lost", wanted - _plain_count(plain))
    return tally


def _together(write: Callable[..., None], given: tuple[object, ...]) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=write, args=(number, *given)) for number in range(PROCESSES)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def _write_to_desk(process: int, home: Path, articles: list[str], each: int) -> None:
    with Desk(home) as desk:

        def write(thread: int) -> None:
            for number in range(each):
                desk.annotate(articles[number % len(articles)], note=f"{process} {thread} {number}")

        _in_threads(write)


def _write_plainly(process: int, path: Path, articles: list[str], each: int) -> None:
    from tinydb import TinyDB

    notes = TinyDB(path)

    def write(thread: int) -> None:
        for number in range(each):
            try:
                notes.insert(
                    {"article": articles[number % len(articles)], "note": f"{process} {thread} {number}"}
                )
            except ValueError:
                # The file was being written by another: what a plain program would show as a traceback.
                continue

    sys.stderr = None
    _in_threads(write)


def _in_threads(write: Callable[[int], None]) -> None:
    threads = [threading.Thread(target=write, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _plain_count(path: Path) -> int:
    try:
        tables = json.loads(path.read_bytes())
    except ValueError:
        return 0
    return len({row["note"] for row in tables.get("_default", {}).values()})


def _rows(tally: Tally) -> list[Row]:
    counts = tally.counts
    told = f"{counts['notes']} notes, {PROCESSES} processes of {THREADS} threads"
    return [
        Row("notes of two desks lost", counts["lost"], counts["plain lost"], 0, told),
        Row("notebooks unsound", counts.get("unsound", 0), None, 0),
    ]


RUN = Run("sharing", NOTES, NOTES, trials, _rows)
