"""``read`` and ``tag``: reading without keeping."""

from __future__ import annotations

from tui.arguments.commands import Commands, with_json, with_reader


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    read = commands.add("read", "reading:read", "read articles without keeping them")
    read.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
    read.add_argument(
        "--explain", action="store_true", help="for each sentence its morphemes, names and numbers, and why"
    )
    with_json(read)
    with_reader(read)

    tag = commands.add("tag", "reading:tag", "find named entities, a line of text at a time")
    tag.add_argument("path", metavar="FILE", help="a text file, or - for standard input")
    tag.add_argument("--json", action="store_true", help="a JSON list a line (the only form)")
    with_reader(tag)
