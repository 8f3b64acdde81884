"""First paint of the desk against newsboat with as many items in its cache; skipped where it can't be had."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.bench.first_paint import paint_of
from tests.bench.row import Row, paired

FEED = "http://127.0.0.1/feed.xml"
INSTALL = ("apt-get", "install", "--yes", "--quiet", "newsboat")


def rows(home: Path, folder: Path, articles: int, headline: str) -> Iterator[Row]:
    """Measure the desk over ``home`` against newsboat over ``articles`` generated items in ``folder``."""
    if not installed():
        print("newsboat: skipped, it can't be installed here", file=sys.stderr)
        return
    folder.mkdir(parents=True, exist_ok=True)
    urls, cache = folder / "urls", folder / "cache.db"
    urls.write_text(FEED + "\n", encoding="utf-8")
    command = ["newsboat", "-u", str(urls), "-c", str(cache), "-C", "/dev/null"]
    fill(command, cache, articles)
    ours, theirs = paired(
        lambda: paint_of([sys.executable, "-m", "tui.cli"], headline, home),
        lambda: paint_of(command, FEED_TITLE),
        runs=5,
    )
    yield Row(
        name=f"first paint, {articles:,} articles",
        measured=ours * 1000,
        baseline=theirs * 1000,
        target="<= 0.5",
        unit="ms",
        detail="baseline: newsboat with as many items in its cache",
    )


FEED_TITLE = "invented news"


def installed() -> bool:
    """Tell whether newsboat is there, after trying to install it from Debian's packages."""
    if not shutil.which("newsboat") and shutil.which("apt-get"):
        subprocess.run(INSTALL, check=False, capture_output=True)
    return shutil.which("newsboat") is not None


def fill(command: list[str], cache: Path, articles: int) -> None:
    """Have newsboat make its cache, then fill it with items of the length of a generated article."""
    if not cache.exists():
        subprocess.run([*command, "-x", "print-unread"], check=False, capture_output=True)
    with closing(sqlite3.connect(cache)) as connection, connection:
        if connection.execute("SELECT count(*) FROM rss_item").fetchone()[0] >= articles:
            return
        connection.execute(
            "INSERT OR REPLACE INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)", (FEED, FEED, FEED_TITLE)
        )
        connection.executemany(
            "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread,"
            " enclosure_url, enclosure_type, enqueued, flags, deleted, base)"
            " VALUES (?, ?, '', ?, ?, ?, ?, 1, '', '', 0, '', 0, '')",
            (
                (f"guid-{n}", f"기사 제목 {n}", f"{FEED}/{n}", FEED, 1_600_000_000 + 60 * n, BODY)
                for n in range(articles)
            ),
        )


BODY = "정부는 내년 예산을 올해보다 3.2% 늘려 잡기로 했다고 밝혔다. " * 20
