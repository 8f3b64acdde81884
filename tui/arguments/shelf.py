"""``shelf`` and the commands that begin with it: queries kept under names."""

from __future__ import annotations

from tui.arguments.commands import Commands, with_json, with_query


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    for name, text in (
        ("shelf", "list kept queries; `shelf add NAME QUERY`, `shelf remove NAME`"),
        ("shelf-list", "list kept queries with what each finds"),
    ):
        with_json(commands.add(name, "shelf:list_shelves", text))

    add = commands.add("shelf-add", "shelf:add", "keep a query; `shelf:NAME` means it in any other")
    add.add_argument("name", metavar="NAME", help="what the shelf is called")
    with_query(add, "+")
    with_json(add)

    remove = commands.add("shelf-remove", "shelf:remove", "forget a kept query")
    remove.add_argument("name", metavar="NAME", help="what the shelf is called")
