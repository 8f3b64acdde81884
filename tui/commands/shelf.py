"""``shelf``: queries kept under names."""

from __future__ import annotations

from argparse import Namespace

import msgspec

from tui.shell.opening import open_desk
from tui.shell.output import emit, emit_json, say


def list_shelves(arguments: Namespace) -> int:
    """List the shelves with the number of articles on each."""
    with open_desk() as desk:
        shelves = desk.shelves()
        for shelf in shelves:
            count = desk.count(f'shelf:"{shelf.name}"')
            if arguments.json:
                emit_json({**msgspec.to_builtins(shelf), "count": count})
            else:
                emit(f"{count:7}  {shelf.name}  {shelf.query}")
    if not shelves:
        say("no shelves: keep a query with `sinmun shelf add NAME QUERY`")
    return 0


def add(arguments: Namespace) -> int:
    """Keep a query as a shelf."""
    with open_desk() as desk:
        shelf = desk.save_shelf(arguments.name, " ".join(arguments.query))
    if arguments.json:
        emit_json(msgspec.to_builtins(shelf))
    else:
        emit(f"shelf:{shelf.name}  {shelf.query}")
    return 0


def remove(arguments: Namespace) -> int:
    """Forget a shelf."""
    with open_desk() as desk:
        desk.remove_shelf(arguments.name)
    return 0
