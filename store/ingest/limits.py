"""How much one source, one article and one line may hold: past these a source is refused by name."""

from __future__ import annotations

from store.model import SinmunError

MAX_SOURCE_BYTES = 512 * 1024 * 1024
"""One file or stream; only JSONL and feeds, which hold many articles, come near it."""

MAX_PAGE_BYTES = 16 * 1024 * 1024
"""One text file, HTML page or JSONL line: the largest thing that is parsed in one piece."""

MAX_FEED_BYTES = 64 * 1024 * 1024
"""One RSS or Atom file."""

MAX_ARTICLE_CHARS = 1_000_000
"""All lines of one article; the longest long read has about a tenth of it."""

MAX_LINE_CHARS = 100_000
"""One line of an article."""

MAX_LINES = 5_000
"""Lines of one article."""

MAX_TAGS = 50_000
"""Tags of one HTML page; a news page has a few thousand."""

MAX_NESTING = 200
"""Open elements of one HTML page or feed at a time; a news page has about 30."""


def check_bytes(data: bytes, limit: int, what: str) -> None:
    """Refuse ``data`` longer than ``limit`` bytes."""
    if len(data) > limit:
        raise SinmunError(f"{what} has {len(data):,} bytes, more than the {limit:,} that are read: split it")


def check_lines(lines: list[tuple[int, str]]) -> None:
    """Refuse numbered lines that are too long or too many for one article."""
    if len(lines) > MAX_LINES:
        raise SinmunError(f"{len(lines):,} lines are more than the {MAX_LINES:,} of one article: split it")
    total = 0
    for number, text in lines:
        if len(text) > MAX_LINE_CHARS:
            raise SinmunError(
                f"line {number} has {len(text):,} characters, more than {MAX_LINE_CHARS:,}: "
                "it is no line of an article; break it into paragraphs"
            )
        total += len(text)
    if total > MAX_ARTICLE_CHARS:
        raise SinmunError(
            f"{total:,} characters are more than the {MAX_ARTICLE_CHARS:,} of one article: split it"
        )
