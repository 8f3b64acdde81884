"""``feed`` and ``refresh``: what is followed, and what comes of it."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec

from store.desk import Added
from store.intake.following import Followed
from store.model import SinmunError
from tui.shell.opening import open_desk
from tui.shell.output import emit, emit_json, say

OUTCOMES = {
    "added": "added",
    "updated": "updated",
    "known": "already there",
    "unchanged": "feeds unchanged",
    "failed": "failed",
}


def add_feed(arguments: Namespace) -> int:
    """Follow feeds; they are fetched by ``refresh``."""
    with open_desk() as desk:
        followed = [
            desk.following.add(
                url,
                title=arguments.title or "",
                tags=arguments.tag or (),
                full_text=not arguments.no_full_text,
                allow_private=arguments.allow_private,
            )
            for url in arguments.urls
        ]
    return _tell_followed(followed, arguments.json)


def list_feeds(arguments: Namespace) -> int:
    """List the feeds that are followed, in the order in which they were added."""
    with open_desk() as desk:
        feeds = desk.following.feeds(arguments.tag)
    for feed in feeds:
        if arguments.json:
            emit_json({"url": feed.url, "title": feed.title, "tags": list(feed.tags)})
        else:
            emit("  ".join(filter(None, [feed.url, feed.title, *(f"#{tag}" for tag in feed.tags)])))
    if not feeds:
        say("no feeds: follow one with `sinmun feed add URL`")
    return 0


def remove_feed(arguments: Namespace) -> int:
    """Follow feeds no longer."""
    with open_desk() as desk:
        for url in arguments.urls:
            desk.following.remove(url)
            emit(f"removed  {url}")
    return 0


def import_feeds(arguments: Namespace) -> int:
    """Follow the feeds of OPML files."""
    with open_desk() as desk:
        followed = [each for path in arguments.paths for each in desk.following.bring(path)]
    return _tell_followed(followed, arguments.json)


def export_feeds(arguments: Namespace) -> int:
    """Write the feeds as OPML, to a file or to standard output."""
    with open_desk() as desk:
        if arguments.path is None or arguments.path == Path("-"):
            sys.stdout.write(desk.following.opml().decode())
        else:
            say(f"{arguments.path}: {desk.following.take(arguments.path)} feeds written")
    return 0


def _tell_followed(followed: list[Followed], as_json: bool) -> int:
    for each in followed:
        if each.outcome == "failed":
            say(f"{each.url}: {each.reason}")
        elif as_json:
            emit_json(msgspec.to_builtins(each))
        else:
            emit(f"{each.outcome:7}  {each.url}")
    outcomes = Counter(each.outcome for each in followed)
    say(_counted(outcomes))
    return 1 if outcomes["failed"] else 0


def refresh(arguments: Namespace) -> int:
    """Fetch the feeds, then watch a folder if one is named, until the reader stops it."""
    outcomes: Counter[str] = Counter()
    if arguments.watch is not None and not arguments.watch.is_dir():
        raise SinmunError(f"{arguments.watch}: there is no such folder to watch: make it first")
    with open_desk() as desk:
        if not desk.following.feeds(arguments.tag) and arguments.watch is None:
            say("no feeds: follow one with `sinmun feed add URL`")
        _tell(desk.following.refresh(arguments.tag), outcomes, arguments.json)
        say(_counted(outcomes))
        if arguments.watch is not None:
            say(f"watching {arguments.watch}: ctrl+c stops")
            try:
                _tell(desk.following.watch(arguments.watch), outcomes, arguments.json)
            except KeyboardInterrupt:
                say(_counted(outcomes))
    return 1 if outcomes["failed"] else 0


def _tell(found: Iterable[Added], outcomes: Counter[str], as_json: bool) -> None:
    """Tell what is new as it comes, and on stderr what failed or lacks something."""
    for added in found:
        outcomes[added.outcome] += 1
        if added.reason:
            say(f"{added.title or added.source}: {added.reason}")
        if as_json:
            emit_json(msgspec.to_builtins(added))
        elif added.outcome in ("added", "updated"):
            emit(f"{added.id}  {added.outcome:7}  {added.title}")
        sys.stdout.flush()


def _counted(outcomes: Counter[str]) -> str:
    parts = (f"{outcomes[key]} {word}" for key, word in OUTCOMES.items() if outcomes[key] or key == "added")
    return ", ".join(parts)
