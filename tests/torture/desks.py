"""Two desks on one notebook, each in a process: how soon one sees what the other has saved."""

from __future__ import annotations

import random
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Manager, get_context
from pathlib import Path
from threading import Barrier
from typing import NamedTuple

from store.desk import Desk
from tests.torture.run import Row, Run, Tally
from tui.screens.desk.screen import POLL_SECONDS

NOTES, PORTION = 60, 20
SECONDS = 2.0


class Sat(NamedTuple):
    """When a desk's own notes were on the disk, and when it saw each note."""

    saved: dict[str, float]
    seen: dict[str, float]


def trials(folder: Path, seed: int, numbers: range) -> Tally:
    """Save a note a trial at each desk, at any moment; the desks poll as often as the screen does."""
    tally = Tally()
    home = folder / "home"
    (folder / "a.txt").write_text("새 다리 놓인다\n\n해온시가 내년에 다리를 놓는다고 5일 밝혔다.\n", "utf-8")
    with Desk(home) as desk:
        (article,) = [each.id for each in desk.add([str(folder / "a.txt")]) if each.id]
    context = get_context("spawn")
    with Manager() as manager, ProcessPoolExecutor(2, mp_context=context) as pool:
        start = manager.Barrier(2)
        sitting = [pool.submit(_sit, home, article, f"{seed}-{desk}", numbers, start) for desk in "ab"]
        one, other = [each.result() for each in sitting]
    for saved, seen in ((one.saved, other.seen), (other.saved, one.seen)):
        for note, moment in saved.items():
            tally.count("notes")
            if note in seen:
                tally.peak("seconds", seen[note] - moment, note)
                tally.count("milliseconds", round(1000 * (seen[note] - moment)))
            else:
                tally.fault("unseen", note)
    return tally


def _sit(home: Path, article: str, name: str, numbers: range, start: Barrier) -> Sat:
    chance = random.Random(f"{name}-{numbers.start}")
    sat = Sat({}, {})
    with Desk(home) as desk:
        mark, _ = desk.changed_since(0)
        start.wait()
        poll = time.monotonic() + POLL_SECONDS
        save = time.monotonic()
        rest = list(numbers)
        while len(sat.seen) < 2 * len(numbers) and time.monotonic() < save + 3 * SECONDS:
            if rest and save <= poll:
                time.sleep(max(0.0, save - time.monotonic()))
                note = f"{name} {rest.pop()}"
                desk.annotate(article, note=note)
                sat.saved[note] = time.time()
                save += chance.random() * POLL_SECONDS
                continue
            time.sleep(max(0.0, poll - time.monotonic()))
            mark, changed = desk.changed_since(mark)
            if changed:
                for each in desk.annotations(article):
                    sat.seen.setdefault(each.note, time.time())
            poll = time.monotonic() + POLL_SECONDS
    return sat


def _rows(tally: Tally) -> list[Row]:
    counts = tally.counts
    mean = counts.get("milliseconds", 0) / 1000 / max(1, counts["notes"] - counts.get("unseen", 0))
    return [
        Row(
            "notes that the other desk did not see",
            counts.get("unseen", 0),
            None,
            0,
            f"{counts['notes']} notes",
        ),
        Row(
            "slowest note to be seen, s", tally.most.get("seconds", 0.0), None, SECONDS, f"mean {mean:.2f} s"
        ),
    ]


RUN = Run("desks", NOTES, PORTION, trials, _rows)
