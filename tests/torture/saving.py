"""``kill -9`` while ``sinmun notes add ID -`` saves, beside a plain TinyDB that is killed in the same way."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from store.desk import Desk
from store.intake.adding import Added
from tests.torture.command import SINMUN, start, wait_exactly
from tests.torture.run import Row, Run, Tally

KILLS, PORTION = 300, 25
MOMENT = 0.012
"""Seconds after an acknowledgement, within which the kill comes: some saves long."""
PLAIN = """
import sys
from tinydb import TinyDB
notes = TinyDB(sys.argv[1])
for line in sys.stdin:
    print(notes.insert({"note": line.rstrip()}), flush=True)
"""


def trials(folder: Path, seed: int, numbers: range) -> Tally:
    """Kill both once a trial; all trials of a portion write to one notebook and one plain file."""
    tally = Tally()
    home, plain = folder / "home", folder / "plain.json"
    article = _article(home, folder)
    acknowledged: list[str] = []
    inserted: list[str] = []
    for number in numbers:
        chance = random.Random(f"{seed}-{number}")
        moment = chance.randrange(0, 9), chance.random() * MOMENT
        texts = [f"{number}-{n} " + "메모 " * chance.randrange(1, 120) for n in range(60)]
        acknowledged += _killed([*SINMUN, "notes", "add", article, "-"], home, texts, *moment)
        inserted += _killed([sys.executable, "-c", PLAIN, str(plain)], home, texts, *moment)
        if (rows := _plain_rows(plain)) is None or not {int(n) for n in inserted} <= rows:
            lost = inserted if rows is None else [n for n in inserted if int(n) not in rows]
            tally.count("plain lost", len(lost))
            tally.count("plain unreadable", rows is None)
            plain.unlink(missing_ok=True)
            inserted = []
        tally.count("kills")
    with Desk(home) as desk:
        found = {annotation.id for annotation, _ in desk.notes()}
        for problem in [*desk.notices, *desk.check()]:
            tally.fault("unreadable", problem)
        for lost_id in acknowledged:
            if lost_id not in found:
                tally.fault("lost", lost_id)
        if not desk.undo():
            tally.fault("without undo", str(home))
    _read_every_page(home / "notebook", tally)
    tally.count("acknowledged", len(acknowledged))
    return tally


def _article(home: Path, folder: Path) -> str:
    source = folder / "a.txt"
    source.write_text("새 다리 놓인다\n\n해온시가 내년에 다리를 놓는다고 5일 밝혔다.\n", encoding="utf-8")
    with Desk(home) as desk:
        (added,) = desk.add([str(source)])
        assert isinstance(added, Added) and added.id
        return added.id


def _killed(command: list[str], home: Path, texts: list[str], lines: int, moment: float) -> list[str]:
    """Kill a writer some lines and a moment after its start; give what it had acknowledged."""
    process = start(command, home)
    assert process.stdin and process.stdout
    process.stdin.write("\n".join(texts).encode() + b"\n")
    process.stdin.flush()
    told = [process.stdout.readline() for _ in range(lines)]
    wait_exactly(moment)
    process.kill()
    told += process.stdout.readlines()
    process.wait()
    process.stdin.close()
    process.stdout.close()
    return [line.decode().strip() for line in told if line.endswith(b"\n")]


def _plain_rows(path: Path) -> set[int] | None:
    try:
        tables = json.loads(path.read_bytes() or b"{}") if path.exists() else {}
    except ValueError:
        return None
    return {int(number) for number in tables.get("_default", {})}


def _read_every_page(folder: Path, tally: Tally) -> None:
    for page in folder.iterdir():
        try:
            json.loads(page.read_bytes())
        except ValueError as error:
            tally.fault("unreadable", f"{page.name}: {error}")


def _rows(tally: Tally) -> list[Row]:
    counts = tally.counts
    return [
        Row(
            "acknowledged notes lost",
            counts.get("lost", 0),
            counts.get("plain lost", 0),
            0,
            f"{counts.get('kills', 0)} kills, {counts.get('acknowledged', 0)} notes acknowledged",
        ),
        Row("files unreadable", counts.get("unreadable", 0), counts.get("plain unreadable", 0), 0),
        Row("notebooks whose last change can't be undone", counts.get("without undo", 0), None, 0),
    ]


RUN = Run("saving", KILLS, PORTION, trials, _rows)
