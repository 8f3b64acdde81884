"""How many files of feedparser's own suites give, through ``sinmun read``, the articles that they hold.

``python -m tests.feeds.measure feedparser/tests`` (a checkout of github.com/kurtmckee/feedparser). What a
file holds is what feedparser itself makes of it: an entry with a title or a text is an article.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import feedparser
from lxml import html

SUITES = ("wellformed", "illformed", "encoding")


def articles_in(path: Path) -> int:
    """Give the number of entries that say something."""
    return sum(map(_says_something, feedparser.parse(path.read_bytes()).entries))


def _says_something(entry: feedparser.FeedParserDict) -> bool:
    values = [
        entry.get("title"),
        entry.get("summary"),
        *(each.get("value") for each in entry.get("content", [])),
    ]
    return any(_plain(value) for value in values if value)


def _plain(value: str) -> str:
    return html.fromstring(f"<div>{value}</div>").text_content().strip()


def articles_read(folder: Path) -> tuple[Counter[str], list[str]]:
    """Give the number of articles of each file that ``sinmun read`` gives, and what it says of the others."""
    command = [sys.executable, "-m", "tui.cli", "read", "--json", "--reader", "fast", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return Counter(json.loads(line)["source"] for line in done.stdout.splitlines()), done.stderr.splitlines()


def main() -> None:
    """Print a line a suite, then each file that differs and why."""
    for suite in SUITES:
        folder = Path(sys.argv[1], suite)
        held = {str(path): articles_in(path) for path in sorted(folder.rglob("*.xml"))}
        given, told = articles_read(folder)
        other = [path for path in held if given[path] != held[path]]
        print(f"{suite}: {len(held) - len(other)} of {len(held)} files, {sum(held.values())} articles")
        for path in other:
            reasons = "; ".join(line.partition(": ")[2] for line in told if path in line)
            print(f"    holds {held[path]}, gives {given[path]}: {reasons or path}")


if __name__ == "__main__":
    main()
