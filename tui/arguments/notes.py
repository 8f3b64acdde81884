"""``notes`` and the commands that begin with it: the reader's annotations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.arguments.commands import Commands, with_article, with_json, with_query

if TYPE_CHECKING:
    from store.model import Status

STATUSES: dict[str, Status] = {"accepted": "accepted", "rejected": "rejected", "edited": "edited", "none": ""}
"""The verdicts as they are typed."""
FACTS_HELP = "the facts that it asks for by kind: certainty: speaker:, noted or not"


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    notes = commands.add("notes", "notes:list_notes", "list annotations; `notes add ID TEXT|-` writes one")
    with_query(notes)
    with_json(notes)

    add = commands.add("notes-add", "notes:add_notes", "write a note: `sinmun notes add ID TEXT|-`")
    with_article(add)
    add.add_argument("text", nargs="+", metavar="TEXT", help="the note, or -: one a line from stdin")

    tag = commands.add("notes-tag", "notes:tag_notes", "tag the annotations that a query finds, as one step")
    tag.add_argument("query", metavar="QUERY", help="in quotation marks; an empty one means all")
    tag.add_argument("tags", nargs="*", metavar="TAG", help="a tag to put on")
    tag.add_argument(
        "--remove", action="append", default=[], metavar="TAG", help="a tag to take off; may be given again"
    )
    tag.add_argument("--articles", action="store_true", help="tag the articles that the query finds")
    tag.add_argument("--facts", action="store_true", help=FACTS_HELP)

    tags = commands.add("notes-tags", "notes:list_tags", "list the tags in use, the most used first")
    with_json(tags)

    retag = commands.add(
        "notes-retag", "notes:retag_notes", "rename a tag everywhere, or merge it with another"
    )
    retag.add_argument("old", metavar="OLD", help="a tag in use")
    retag.add_argument("new", metavar="NEW", help="its new name; a tag in use makes the two one")

    judge = commands.add(
        "notes-judge", "notes:judge_notes", "give a verdict on the annotations that a query finds"
    )
    judge.add_argument("query", metavar="QUERY", help="in quotation marks; an empty one means all")
    judge.add_argument("--facts", action="store_true", help=FACTS_HELP)
    judge.add_argument("status", choices=list(STATUSES), metavar="STATUS", help=", ".join(STATUSES))

    take = commands.add(
        "notes-import", "notes:import_notes", "take notes edited in exported Markdown back in"
    )
    take.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="exported files, or their folder")
    with_json(take)
