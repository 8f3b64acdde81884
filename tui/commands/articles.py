"""``add``, ``list``, ``show``, ``search`` and ``stories``: the archive."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator

import msgspec

from store.comparison.stories import articles_of_path, explain, stories_of
from store.desk import Desk, Headline, Order
from store.ingest.given import Given
from store.model import Article, Reading
from store.search.facts import asks_for_readings
from tui.progress import Told, by_source, watched
from tui.shell.opening import open_desk
from tui.shell.output import emit, emit_json, say

PAGE = 500


def add(arguments: Namespace) -> int:
    """Keep articles; tell each that failed, and count the others."""
    outcomes: Counter[str] = Counter()
    with open_desk() as desk:
        try:
            _add(desk, arguments, outcomes)
            if arguments.scheduler or arguments.read:
                _read_waiting(desk, arguments.scheduler, outcomes)
        except KeyboardInterrupt:
            say("stopped; what was done is kept, and the same command goes on from there")
            _tell(outcomes)
            raise
    _tell(outcomes)
    return 1 if outcomes["failed"] else 0


def _add(desk: Desk, arguments: Namespace, outcomes: Counter[str]) -> None:
    from store.ingest.walk import count_sources

    found = desk.add(arguments.paths, stdin=sys.stdin.buffer, allow_private=arguments.allow_private)
    done = by_source(count_sources(arguments.paths))
    for added in watched(found, lambda each: done(each.source)):
        outcomes[added.outcome] += 1
        if added.reason:
            say(f"{added.source}: {added.reason}")
        if added.outcome == "failed":
            continue
        if arguments.json:
            emit_json(msgspec.to_builtins(added))
        else:
            emit(f"{added.id}  {added.outcome:7}  {added.title}")


def _tell(outcomes: Counter[str]) -> None:
    parts = [f"{outcomes[key]} {word}" for key, word in _OUTCOMES.items() if outcomes[key] or key == "added"]
    say(", ".join(parts))


_OUTCOMES = {
    "added": "added",
    "updated": "updated",
    "known": "already there",
    "failed": "failed",
    "read": "read",
}


def _read_waiting(desk: Desk, scheduler: str | None, outcomes: Counter[str]) -> None:
    from store.work.catching_up import read_waiting
    from store.work.cluster import read_on_cluster

    waiting = read_on_cluster(desk, scheduler) if scheduler else read_waiting(desk)
    for progress in watched(waiting, lambda each: Told(each.read, each.read + each.waiting)):
        outcomes["read"] = progress.read
        if progress.reason:
            say(progress.reason)


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


def stories(arguments: Namespace) -> int:
    """Group the archive's articles, or a folder's without keeping them, into stories."""
    failures: list[str] = []
    if arguments.path:
        named = articles_of_path(arguments.path, failures.append)
        kept = dict(named) if arguments.explain else {}
        groups = stories_of(kept.items() if arguments.explain else named)
        _print_stories(groups, kept.__getitem__, arguments)
    else:
        with open_desk() as desk:
            _print_stories(desk.stories(), desk.article, arguments)
    for failure in failures:
        say(failure)
    return 1 if failures else 0


def _print_stories(
    groups: list[list[str]], article_of: Callable[[str], Article], arguments: Namespace
) -> None:
    told = list(explain(groups, article_of)) if arguments.explain else []
    if arguments.json:
        explained = {"explain": msgspec.to_builtins(told)} if arguments.explain else {}
        emit_json({"stories": groups, **explained})
        return
    overlaps = {each.story: f"  ({each.overlap:.2f})" for each in told}
    for group in groups:
        emit("  ".join(group) + overlaps.get(group[0], ""))
