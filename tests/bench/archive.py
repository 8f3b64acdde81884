"""A generated archive, and what paging, searching and noting in it cost."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path

from store.archive.archive import Archive
from store.dedup.paragraphs import fold
from store.desk import Desk
from store.extract.version import VERSION
from store.notebook.compose import compose
from store.notebook.index import NotebookIndex
from store.notebook.page import changed_page
from store.reading import open_reader
from tests.bench.generate import generate
from tests.bench.row import Row, paired, seconds

BATCH = 500
WORDS = ("반도체", "데이터센터", "연금")
NOTES_ON_AN_ARTICLE = 5


def build(home: Path, articles: int) -> None:
    """Fill the archive of ``home`` with generated articles, unless it has them already."""
    home.mkdir(parents=True, exist_ok=True)
    with closing(NotebookIndex(home / "notebook.sqlite3").database) as index:
        archive = Archive(home / "archive.sqlite3", index.path)
        if archive.counts()[0] != articles:
            made = generate(articles)
            while batch := [(fold(raw), raw.raw) for raw in islice(made, BATCH)]:
                archive.add(batch)
        archive.close()


def annotate(home: Path, wanted: int) -> None:
    """Give the newest articles of ``home`` five notes each, unless there are as many already."""
    with Desk.open(home) as desk:
        missing = wanted - desk.counts().annotations
        for headline in desk.headlines(limit=max(0, missing) // NOTES_ON_AN_ARTICLE):
            article = desk.article(headline.id)
            page = home / "notebook" / f"{article.id}.json"
            notes = [
                compose(article, [], note=f"메모 {number}: 확인할 것")
                for number in range(NOTES_ON_AN_ARTICLE)
            ]
            _, data = changed_page(page, [(note.id, note) for note in notes], article)
            page.write_bytes(data or b"")


def read_newest(home: Path, articles: int) -> None:
    """Read the newest articles of ``home`` with the fast reader, but for those that were read before."""
    with Desk.open(home) as desk:
        reader = open_reader("fast")
        for headline in desk.headlines(limit=articles):
            if desk.reading(headline.id) is None:
                desk.keep_reading(reader.read(desk.article(headline.id)))


def settled(home: Path, read: int) -> Path:
    """Give a copy of ``home`` in which nothing waits for a reader; the newest ``read`` were read indeed."""
    copy = home.with_name(f"{home.name}-read")
    if not copy.exists():
        shutil.copytree(home, copy, ignore=shutil.ignore_patterns("*.lock"))
    read_newest(copy, read)
    with closing(sqlite3.connect(copy / "archive.sqlite3")) as connection, connection:
        connection.execute("UPDATE articles SET reader = 'precise', version = ?", (VERSION,))
    return copy


def rows(home: Path) -> Iterator[Row]:
    """Measure the archive of ``home``, which has articles and notes."""
    with Desk.open(home) as desk:
        total = desk.count()
        yield _page_row(desk, total)
        yield from _search_rows(desk, home)
        yield _note_row(desk, home)


def _page_row(desk: Desk, total: int) -> Row:
    last = total - 100

    def page(offset: int) -> float:
        return seconds(lambda: [desk.headlines(offset=offset + step, limit=100) for step in range(20)]) / 20

    deep, first = paired(lambda: page(last), lambda: page(0))
    return Row(
        name=f"last page of {total:,} headlines",
        measured=deep * 1000,
        baseline=first * 1000,
        target="<= 5",
        unit="ms",
        detail="baseline: the first page",
    )


def _search_rows(desk: Desk, home: Path) -> Iterator[Row]:
    with closing(sqlite3.connect(home / "archive.sqlite3")) as connection:
        for word in WORDS:
            sql = (
                "SELECT a.id FROM articles a WHERE a.row IN (SELECT rowid FROM words WHERE words MATCH ?)"
                " ORDER BY a.moment DESC, a.row DESC"
            )
            exact = len(connection.execute(sql, (f'raw : "{word}"',)).fetchall())
            beginning = re.compile(rf"(?<!\w){word}")
            texts = connection.execute("SELECT blocks FROM texts WHERE instr(blocks, ?)", (word,))
            wanted = sum(bool(beginning.search(text)) for (text,) in texts)
            found = desk.count(word)
            ours, theirs = paired(
                partial(_search, desk, word),
                partial(_exact, connection, sql, word),
                runs=5,
            )
            yield Row(
                name=f"search {word}, date order",
                measured=ours * 1000,
                baseline=theirs * 1000,
                target="<= 5",
                unit="ms",
                detail=f"baseline: FTS5 exact word; recall {found / wanted:.2f} against {exact / wanted:.2f}",
            )


def _search(desk: Desk, word: str) -> float:
    # The desk keeps the results of the last few queries; other ones make it forget this one's.
    for number in range(8):
        desk.count(f"없는말{number}")
    return seconds(lambda: desk.count(word))


def _exact(connection: sqlite3.Connection, sql: str, word: str) -> float:
    return seconds(lambda: connection.execute(sql, (f'raw : "{word}"',)).fetchall())


def _note_row(desk: Desk, home: Path) -> Row:
    ids = [headline.id for headline in desk.headlines(limit=200)]
    with (home / "append.bin").open("ab") as stream:

        def append() -> None:
            stream.write(b"x" * 400)
            stream.flush()
            os.fsync(stream.fileno())

        ours, theirs = paired(
            lambda: seconds(lambda: desk.annotate(ids.pop(), note="이 수치는 다시 확인해야 한다. " * 5)),
            lambda: seconds(append),
            runs=50,
            warmups=5,
        )
    return Row(
        name=f"saving an annotation, {desk.counts().annotations:,} in the notebook",
        measured=ours * 1000,
        baseline=theirs * 1000,
        target="<= 6",
        unit="ms",
        detail="baseline: appending 400 bytes and fsync",
    )
