"""What may stand on the command line after ``feed`` and ``refresh``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

Command = Callable[[str, str, str], argparse.ArgumentParser]
PRIVATE_HELP = "its own host may be an inner one (loopback, intranet)"


def feed_commands(command: Command, with_json: Callable[[argparse.ArgumentParser], None]) -> None:
    """Add the commands with ``command(name, run, text)``."""

    def named(verb: str, run: str, text: str) -> argparse.ArgumentParser:
        made = command(f"feed-{verb}", f"feeds:{run}", text)
        made.prog = f"sinmun feed {verb}"
        return made

    def with_tag(made: argparse.ArgumentParser) -> None:
        made.add_argument("--tag", metavar="TAG", help="only the feeds that have this tag")

    for made in (
        command("feed", "feeds:list_feeds", "list the feeds that are followed; `feed add URL` follows one"),
        named("list", "list_feeds", "list the feeds that are followed"),
    ):
        with_tag(made)
        with_json(made)

    add = named("add", "add_feed", "follow feeds, which `sinmun refresh` fetches")
    add.add_argument("urls", nargs="+", metavar="URL", help="the address of an RSS, Atom or JSON feed")
    add.add_argument("--tag", action="append", metavar="TAG", help="a tag of yours; may be given again")
    add.add_argument("--title", metavar="TEXT", help="what you call it")
    add.add_argument("--no-full-text", action="store_true", help="leave summaries as they are")
    add.add_argument("--allow-private", action="store_true", help=PRIVATE_HELP)
    with_json(add)

    remove = named("remove", "remove_feed", "follow feeds no longer; their articles stay")
    remove.add_argument("urls", nargs="+", metavar="URL", help="its address, as `sinmun feed list` has it")

    bring = named("import", "import_feeds", "follow the feeds of OPML files; nested folders become tags")
    bring.add_argument("paths", nargs="+", type=Path, metavar="FILE", help="an OPML file")
    with_json(bring)

    export = named("export", "export_feeds", "write the feeds as OPML")
    export.add_argument("path", nargs="?", type=Path, metavar="FILE", help="default: standard output")

    refresh = command("refresh", "feeds:refresh", "fetch the feeds and keep what is new")
    with_tag(refresh)
    refresh.add_argument(
        "--watch", type=Path, metavar="FOLDER", help="then keep whatever comes into a folder, until ctrl+c"
    )
    with_json(refresh)
