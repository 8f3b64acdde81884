"""``add``: articles into the archive, read too where that is asked for."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter

import msgspec

from store.desk import Desk
from tui.progress import Told, by_source, watched
from tui.shell.opening import open_desk
from tui.shell.output import emit, emit_json, say


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
