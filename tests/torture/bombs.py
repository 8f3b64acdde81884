"""Inputs made to exhaust or to mislead a reader, each added alone, then all of them with good articles."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.torture.command import sinmun
from tests.torture.run import Row, Run, Tally

SECONDS, MEGABYTES = 20.0, 1_000.0
GOOD = "새 다리 놓인다\n\n해온시가 내년에 다리를 놓는다고 5일 밝혔다.\n".encode()
LINE = "해온시가 내년에 다리를 놓는다고 5일 밝혔다. "

_DOCTYPE = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a0 "lol">'
_ITEMS = "<rss><channel><item><title>&a11;</title></item></channel></rss>"
_LAUGHS = _DOCTYPE + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
_QUADRATIC = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "{"x" * 50_000}">]><rss><channel><item><title>'
_ITEM = "<item><title>다리</title><description>해온시가 다리를 놓는다.</description></item>"

BOMBS: dict[str, Callable[[], bytes]] = {
    "entities.xml": lambda: (_LAUGHS + _ITEMS).encode(),
    "entities.html": lambda: f"{_LAUGHS}<html><body><p>&a11;</p></body></html>".encode(),
    "quadratic.xml": lambda: (_QUADRATIC + "&a;" * 50_000 + "</title></item></channel></rss>").encode(),
    "external.xml": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b"<rss><channel><item><title>&x;</title></item></channel></rss>"
    ),
    "utf16-entities.xml": lambda: (_LAUGHS + _ITEMS).encode("utf-16"),
    "xinclude.xml": lambda: (
        b'<rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel><item><title>a</title><description>'
        b'<xi:include parse="text" href="file:///etc/passwd"/></description></item></channel></rss>'
    ),
    "many-items.rss": lambda: f"<rss><channel>{_ITEM * 5_000}</channel></rss>".encode(),
    "deep.rss": lambda: b"<rss><channel><item>" + b"<a>" * 300_000,
    "attributes.rss": lambda: b"<rss><channel><item " + b"".join(b"a%d='1' " % n for n in range(99_999)),
    "deep.json": lambda: b"[" * 1_000_000,
    "deep-object.json": lambda: b'{"title":' * 200_000,
    "deep-data.jsonl": lambda: b'{"title": "a", "body": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n",
    "digits.json": lambda: b'[{"title": ' + b"9" * 5_000_000 + b"}]",
    "huge-exponent.json": lambda: b'[{"title": "a", "body": "b", "published": 1e400}]',
    "keys.json": lambda: json.dumps({f"k{n}": n for n in range(500_000)}).encode(),
    "string.json": lambda: b'[{"title": "a", "body": "' + b"x" * 40_000_000 + b'"}]',
    "surrogates.jsonl": lambda: b'{"title": "a\\ud800", "body": "\\udc00\\ud800 \\u0000"}\n' * 1_000,
    "tags.html": lambda: b"<html><body>" + "<b>글</b>".encode() * 1_000_000,
    "deep.html": lambda: b"<html><body>" + b"<div>" * 500_000,
    "unclosed.html": lambda: b"<html><body>" + "<p>글<table><tr><td>".encode() * 15_000,
    "attribute.html": lambda: b"<html><body><p title='" + b"x" * 20_000_000 + b"'>a</p>",
    "comments.html": lambda: b"<!--" * 2_000_000,
    "ampersands.html": lambda: b"<html><body><p>" + b"&amp;" * 3_000_000,
    "data-script.html": lambda: (
        b'<html><script id="__NEXT_DATA__">' + b'{"a":[' * 200_000 + b"]}" * 200_000 + b"</script></html>"
    ),
    "line.txt": lambda: b"x" * 50_000_000,
    "korean-line.txt": lambda: (LINE * 700_000).encode(),
    "lines.txt": lambda: b"a\n" * 5_000_000,
    "blank.txt": lambda: b" \n" * 10_000_000,
    "combining.txt": lambda: ("가" + "\u0301" * 5_000_000).encode(),
    "zero-width.txt": lambda: ("가" + "\u200b" * 5_000_000).encode(),
    "repeats.txt": lambda: "".join(f"{LINE * 3}{n}\n" for n in range(4_900)).encode(),
    "quotes.txt": lambda: ("“‘" * 40_000 + "\n" + "(" * 90_000).encode(),
    "binary.txt": lambda: bytes(range(256)) * 50_000,
    "gzip.txt": lambda: b"\x1f\x8b\x08" + zlib.compress(b"\0" * 50_000_000),
    "empty.txt": lambda: b"",
}  # fmt: skip
ALL = "all of them"
NAMES = [*BOMBS, ALL]


def trials(folder: Path, seed: int, numbers: range) -> Tally:
    """Add one bomb a trial, and in the last trial a folder with all of them."""
    tally = Tally()
    for number in numbers:
        batch = list(BOMBS) if NAMES[number] == ALL else [NAMES[number]]
        tally.add(add_all(folder / str(number), batch, NAMES[number]))
    return tally


def add_all(folder: Path, batch: list[str], name: str) -> Tally:
    """Add some bombs between two good articles, and tell what came of them."""
    tally = Tally()
    sources = folder / "sources"
    sources.mkdir(parents=True)
    for good in ("0-good.txt", "z-good.txt"):
        (sources / good).write_bytes(GOOD + good.encode())
    for bomb in batch:
        (sources / bomb).write_bytes(BOMBS[bomb]())
    done = sinmun(folder / "home", "add", str(sources), "--json")
    added = {Path(json.loads(line)["source"]).name for line in done.out.splitlines()}
    refused = {bomb for bomb in batch if f"/{bomb}: " in done.err}
    tally.count("batches")
    tally.count("refused", len(refused))
    tally.count("read", len(added & set(batch)))
    for bomb in batch:
        if bomb not in added | refused:
            tally.fault("unnamed", f"{bomb}: nothing was said of it (in {name}), {done.err[-200:]}")
    if done.code not in (0, 1) or not {"0-good.txt", "z-good.txt"} <= added:
        tally.fault("stopped", f"{name}: exit code {done.code}, {done.err[-200:]}")
    tally.peak("seconds together" if len(batch) > 1 else "seconds alone", done.seconds, name)
    tally.peak("megabytes", done.megabytes, name)
    return tally


def _rows(tally: Tally) -> list[Row]:
    counts, most, which = tally.counts, tally.most, tally.which
    told = f"{counts['batches']} batches: {counts['refused']} refused by name, {counts.get('read', 0)} read"
    rows = [
        Row("batches that stopped", counts.get("stopped", 0), None, 0, told),
        Row("inputs that nothing was said of", counts.get("unnamed", 0), None, 0),
    ]
    if "seconds alone" in most:
        rows.append(Row("slowest bomb, s", most["seconds alone"], None, SECONDS, which["seconds alone"]))
    if "seconds together" in most:
        rows.append(Row("all of them, s", most["seconds together"], None, SECONDS * 4))
    return [*rows, Row("peak memory, MB", most["megabytes"], None, MEGABYTES, which["megabytes"])]


RUN = Run("bombs", len(NAMES), 6, trials, _rows)
