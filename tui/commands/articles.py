"""``list``, ``search`` and ``show``: what is in the archive."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

import msgspec

from store.desk import Desk, Headline, Order
from store.ingest.given import Given
from store.model import Reading
from store.search.facts import asks_for_readings
from tui.shell.opening import open_desk
from tui.shell.output import emit, emit_json, say

PAGE = 500


def list_articles(arguments: Namespace) -> int:
    """List the archive, newest first."""
    return _print_headlines("", arguments)


def search(arguments: Namespace) -> int:
    """List what a query finds; nothing found is no failure, and says so."""
    return _print_headlines(" ".join(arguments.query), arguments, arguments.by)


def _print_headlines(query: str, arguments: Namespace, order: Order = "newest") -> int:
    found = 0
    with open_desk() as desk:
        waiting = bool(desk.unread_by_reader(limit=1))
        for found, headline in enumerate(headlines(desk, query, arguments.limit, order), 1):  # noqa: B007
            if arguments.json:
                emit_json(msgspec.to_builtins(headline))
            else:
                emit(headline_line(headline))
    if not found:
        say(_nothing(query, waiting))
    return 0


def _nothing(query: str, waiting: bool) -> str:
    if not query:
        return "the archive is empty: add articles with `sinmun add PATH`"
    if not waiting or not asks_for_readings(query):
        return "nothing found"
    return (
        "nothing found; but names and facts are known only of articles that were read, and some were not: "
        "open the desk, or `sinmun add PATH --read`"
    )


def headlines(
    desk: Desk, query: str, limit: int | None = None, order: Order = "newest"
) -> Iterator[Headline]:
    """Walk a query's headlines page by page."""
    offset = 0
    while limit is None or offset < limit:
        size = min(PAGE, (limit or PAGE + offset) - offset)
        page = desk.headlines(query, offset=offset, limit=size, order=order)
        yield from page
        offset += len(page)
        if not page:
            return


def headline_line(headline: Headline) -> str:
    """Give a headline as one line: unread mark, id, date, title, publisher."""
    mark = "●" if headline.unread else " "
    date = (headline.published or "")[:10] or " " * 10
    publisher = f"  ({headline.publisher})" if headline.publisher else ""
    return f"{mark} {headline.id}  {date}  {headline.title}{publisher}"


def show(arguments: Namespace) -> int:
    """Show an article; one that was not read yet is read now, and the reading kept."""
    from store.reading import contract, open_reader
    from tui.shell.plain import page

    with open_desk() as desk:
        article = desk.article(arguments.id)
        reading = desk.reading(article.id)
        if reading is None or (arguments.reader and reading.reader != arguments.reader):
            reading = desk.keep_reading(open_reader(arguments.reader).read(article))
        given = desk.given(article.id)
        if arguments.json:
            emit_json({**contract(article, reading), **_beside(given, reading)})
        else:
            for line in page(article, reading, desk.annotations(article.id), given):
                emit(line)
    return 0


def _beside(given: Given | None, reading: Reading) -> dict[str, object]:
    """Give what an archive told of the article and how its names differ from ours, if one told anything."""
    if given is None:
        return {}
    from store.desk.beside import differences

    found = differences(given, reading.entities)
    return {"given": {**msgspec.to_builtins(given), "differences": msgspec.to_builtins(found)}}
