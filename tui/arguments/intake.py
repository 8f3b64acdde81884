"""``add``, ``feed`` and ``refresh``: what comes into the archive."""

from __future__ import annotations

import argparse
from pathlib import Path

from tui.arguments.commands import Commands, with_json

PRIVATE_HELP = "its own host may be an inner one (loopback, intranet)"


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    add = commands.add("add", "adding:add", "keep articles in the archive")
    add.add_argument(
        "paths", nargs="+", metavar="PATH", help="a file, a folder, a web address, or - for stdin"
    )
    add.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="read what is not read yet on this Dask cluster: tcp://host:8786",
    )
    add.add_argument("--read", action="store_true", help="read what is not read yet, with the fast reader")
    add.add_argument("--allow-private", action="store_true", help=PRIVATE_HELP)
    with_json(add)

    _add_feed(commands)

    refresh = commands.add("refresh", "feeds:refresh", "fetch the feeds and keep what is new")
    _with_tag(refresh)
    refresh.add_argument(
        "--watch", type=Path, metavar="FOLDER", help="then keep whatever comes into a folder, until ctrl+c"
    )
    with_json(refresh)


def _add_feed(commands: Commands) -> None:
    for name, text in (
        ("feed", "list the feeds that are followed; `feed add URL` follows one"),
        ("feed-list", "list the feeds that are followed"),
    ):
        listed = commands.add(name, "feeds:list_feeds", text)
        _with_tag(listed)
        with_json(listed)

    add = commands.add("feed-add", "feeds:add_feed", "follow feeds, which `sinmun refresh` fetches")
    add.add_argument("urls", nargs="+", metavar="URL", help="the address of an RSS, Atom or JSON feed")
    add.add_argument("--tag", action="append", metavar="TAG", help="a tag of yours; may be given again")
    add.add_argument("--title", metavar="TEXT", help="what you call it")
    add.add_argument("--no-full-text", action="store_true", help="leave summaries as they are")
    add.add_argument("--allow-private", action="store_true", help=PRIVATE_HELP)
    with_json(add)

    remove = commands.add("feed-remove", "feeds:remove_feed", "follow feeds no longer; their articles stay")
    remove.add_argument("urls", nargs="+", metavar="URL", help="its address, as `sinmun feed list` has it")

    bring = commands.add(
        "feed-import", "feeds:import_feeds", "follow the feeds of OPML files; nested folders become tags"
    )
    bring.add_argument("paths", nargs="+", type=Path, metavar="FILE", help="an OPML file")
    with_json(bring)

    export = commands.add("feed-export", "feeds:export_feeds", "write the feeds as OPML")
    export.add_argument("path", nargs="?", type=Path, metavar="FILE", help="default: standard output")


def _with_tag(made: argparse.ArgumentParser) -> None:
    made.add_argument("--tag", metavar="TAG", help="only the feeds that have this tag")
