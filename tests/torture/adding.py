"""``kill -9`` while ``sinmun add`` keeps a folder: nothing half, and adding again completes it."""

from __future__ import annotations

import json
import random
import sqlite3
from itertools import islice
from pathlib import Path

import msgspec

from store.desk import Desk
from store.model import Article
from store.reading import articles_of
from tests.bench.generate import generate
from tests.torture.command import SINMUN, sinmun, start, wait_exactly
from tests.torture.run import Row, Run, Tally

KILLS, PORTION = 50, 5
ARTICLES = 400
MOMENT = 0.3
"""Seconds after some article was told, within which the kill comes: about one transaction long."""


def trials(folder: Path, seed: int, numbers: range) -> Tally:
    """Kill an adding once a trial, look at the archive, and add the rest; a new archive a trial."""
    tally = Tally()
    sources = folder / "sources"
    expected = _write_sources(sources, seed)
    for number in numbers:
        chance = random.Random(f"{seed}-{number}")
        home = folder / f"home-{number}"
        told = _killed(home, sources, chance.randrange(ARTICLES), chance.random() * MOMENT)
        tally.count("kills")
        tally.count("acknowledged", len(told))
        with Desk(home) as desk:
            kept = [headline.id for headline in desk.headlines(limit=2 * ARTICLES)]
            tally.count("stopped in the middle", 0 < len(kept) < len(expected))
            for each in sorted(told - set(kept)):
                tally.fault("lost", each)
            _compare(desk, kept, expected, tally)
        done = sinmun(home, "add", str(sources), "--json")
        if done.code:
            tally.fault("not completed", f"trial {number}: {done.err[-300:]}")
        with Desk(home) as desk:
            kept = [headline.id for headline in desk.headlines(limit=2 * ARTICLES)]
            if sorted(kept) != sorted(expected):
                tally.fault("twice", f"trial {number}: {len(kept)} articles for {len(expected)}")
            _compare(desk, kept, expected, tally)
    return tally


def _write_sources(folder: Path, seed: int) -> dict[str, Article]:
    folder.mkdir()
    made = list(islice(generate(ARTICLES, seed), ARTICLES))
    half = ARTICLES // 2
    for number, raw in enumerate(made[:half]):
        text = "\n".join(line.text for line in raw.lines)
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    records = [
        {
            "title": raw.lines[0].text,
            "body": "\n".join(line.text for line in raw.lines[1:]),
            "url": f"https://news.example/{number}",
        }
        for number, raw in enumerate(made[half:])
    ]
    lines = b"\n".join(map(msgspec.json.encode, records))
    (folder / "more.jsonl").write_bytes(lines)
    found = [article for article in articles_of([str(folder)]) if isinstance(article, Article)]
    return {article.id: article for article in found}


def _killed(home: Path, sources: Path, lines: int, moment: float) -> set[str]:
    """Give the ids that an adding told before it was killed, some lines and a moment after its start."""
    process = start([*SINMUN, "add", str(sources), "--json"], home)
    assert process.stdin and process.stdout
    told = [process.stdout.readline() for _ in range(lines)]
    wait_exactly(moment)
    process.kill()
    told += process.stdout.readlines()
    process.wait()
    process.stdin.close()
    process.stdout.close()
    return {json.loads(line)["id"] for line in told if line.endswith(b"\n")}


def _compare(desk: Desk, kept: list[str], expected: dict[str, Article], tally: Tally) -> None:
    for problem in [*desk.notices, *desk.check()]:
        tally.fault("unsound", problem)
    for each in kept:
        if desk.article(each) != expected[each]:
            tally.fault("half", each)
    with sqlite3.connect(desk.home / "archive.sqlite3") as connection:
        texts = connection.execute("SELECT count(*) FROM texts").fetchone()[0]
    if texts != len(kept):
        tally.fault("half", f"{texts} texts of {len(kept)} articles")


def _rows(tally: Tally) -> list[Row]:
    counts = tally.counts
    return [
        Row(
            "articles half there",
            counts.get("half", 0),
            None,
            0,
            f"{counts.get('kills', 0)} kills, {counts.get('stopped in the middle', 0)} in the middle",
        ),
        Row("articles lost that were told", counts.get("lost", 0), None, 0, f"{counts['acknowledged']} told"),
        Row("archives unsound", counts.get("unsound", 0), None, 0),
        Row("additions that did not complete", counts.get("not completed", 0), None, 0),
        Row("articles twice", counts.get("twice", 0), None, 0),
    ]


RUN = Run("adding", KILLS, PORTION, trials, _rows)
