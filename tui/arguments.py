"""What may stand on the command line: every command, its arguments and its help."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.examples import below
from tui.feed_arguments import PRIVATE_HELP, feed_commands
from tui.locale import Lang
from tui.parser import Parser

if TYPE_CHECKING:
    from store.model import Status

EXAMPLES = """\
examples:
  sinmun                                   open the desk
  sinmun add articles/ feed.xml            keep articles in the archive
  sinmun read article.txt --json           read without keeping
  sinmun search 'speaker:나델라 kind:statistic'
  sinmun notes add 1f3a 'check this figure'
  sinmun export 'tag:확인' --to vault

Data lie in SINMUN_HOME, or in the platform's data folder.
"""

JSON_HELP = "one JSON object a line on standard output"
TYPES = ["PS", "OG", "LC", "PD", "EV"]
CORRECTIONS = (
    ("merge", "B", "say that B is A", "another name as the archive has it"),
    ("rename", "B", "call A by the name B", "its right name"),
    ("retype", "TYPE", "say of what type A is", "PS person, OG organisation, LC place, PD product, EV event"),
    ("split", "B", "say that B, where it stands for A, is another", "a name that was merged with A"),
)
STATUSES: dict[str, Status] = {"accepted": "accepted", "rejected": "rejected", "edited": "edited", "none": ""}
JOINED = {
    "feed": ("add", "list", "remove", "import", "export"),
    "notes": ("add", "import", "tag", "tags", "retag", "judge"),
    "shelf": ("add", "list", "remove"),
    "entities": (*(verb for verb, *_ in CORRECTIONS), "undo"),
}
"""Commands of two words: argparse can't tell the second from a query that begins so."""

QUERY_HELP = (
    'words, "a phrase", -not, OR, (…), headline: speaker: person: org: place: kind: tag: status: has: is:'
    " date: shelf:"
)


FORMATS = (
    "markdown", "obsidian", "logseq", "plain", "csv", "jsonl", "annotations", "csl", "bibtex", "claims",
)  # fmt: skip
"""``store.export.formats`` by name: told here, so that the parser pays for no engine."""


def build_parser(lang: Lang = "en") -> argparse.ArgumentParser:
    """Build the parser of every command, its help in a language; importing this module pays for no engine."""
    made_by, said = _speaker(lang)
    parser = made_by(
        prog="sinmun",
        description=said("A desk for reading Korean news: every article once, every claim with its source."),
        epilog=said(EXAMPLES),
    )
    parser.add_argument("--lang", choices=["ko", "en"], help="language (default: the locale's)")
    parser.add_argument("--samples", type=Path, metavar="DIR", help="add these articles to an empty archive")
    parser.add_argument("--debug", action="store_true", help="show a traceback when something fails")
    parser.set_defaults(run="desk:open_desk")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    told: dict[str, tuple[argparse.ArgumentParser, str]] = {}

    def command(name: str, run: str, text: str) -> argparse.ArgumentParser:
        # A joined word (notes-add) is listed under its first: `notes` tells of it.
        text = said(text)
        about = text[0].upper() + text[1:] + "."
        if "-" in name:
            made = commands.add_parser(name, description=about)
        else:
            made = commands.add_parser(name, help=text, description=about)
        made.epilog = said(below(name)) or None
        made.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        made.set_defaults(run=run)
        told[name] = made, text
        return made

    def with_json(made: argparse.ArgumentParser) -> None:
        made.add_argument("--json", action="store_true", help=JSON_HELP)

    def with_reader(made: argparse.ArgumentParser) -> None:
        made.add_argument("--reader", choices=["fast", "precise"], help="default: precise where installed")

    add = command("add", "articles:add", "keep articles in the archive")
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

    feed_commands(command, with_json)

    read = command("read", "reading:read", "read articles without keeping them")
    read.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
    read.add_argument(
        "--explain", action="store_true", help="for each sentence its morphemes, names and numbers, and why"
    )
    with_json(read)
    with_reader(read)

    tag = command("tag", "reading:tag", "find named entities, a line of text at a time")
    tag.add_argument("path", metavar="FILE", help="a text file, or - for standard input")
    tag.add_argument("--json", action="store_true", help="a JSON list a line (the only form)")
    with_reader(tag)

    listed = command("list", "articles:list_articles", "list the archive, newest first")
    listed.add_argument("--limit", type=_positive, default=None, metavar="N", help="at most N articles")
    with_json(listed)

    show = command("show", "articles:show", "show one article with what was read in it")
    show.add_argument("id", metavar="ID", help="an article's id, or the beginning of it")
    with_json(show)
    with_reader(show)

    search = command("search", "articles:search", "search the archive")
    search.add_argument("query", nargs="+", metavar="QUERY", help=QUERY_HELP)
    search.add_argument("--limit", type=_positive, default=None, metavar="N", help="at most N articles")
    search.add_argument(
        "--by", choices=["newest", "relevance"], default="newest", help="the order (default: newest first)"
    )
    with_json(search)

    stories = command("stories", "articles:stories", "group articles that tell one story")
    stories.add_argument("path", nargs="?", metavar="PATH", help="a folder, without keeping it")
    stories.add_argument("--explain", action="store_true", help="tell how alike the articles of a story are")
    with_json(stories)

    related = command("related", "related:related", "find articles of other stories that are about the same")
    related.add_argument("id", metavar="ID", help="an article's id, or the beginning of it")
    related.add_argument("--limit", type=_positive, default=10, metavar="N", help="default: 10")
    with_json(related)

    notes = command("notes", "notes:list_notes", "list annotations; `notes add ID TEXT|-` writes one")
    notes.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    with_json(notes)

    notes_add = command("notes-add", "notes:add_notes", "write a note: `sinmun notes add ID TEXT|-`")
    notes_add.prog = "sinmun notes add"
    notes_add.add_argument("id", metavar="ID", help="an article's id, or the beginning of it")
    notes_add.add_argument("text", nargs="+", metavar="TEXT", help="the note, or -: one a line from stdin")

    notes_tag = command("notes-tag", "notes:tag_notes", "tag the annotations that a query finds, as one step")
    notes_tag.prog = "sinmun notes tag"
    notes_tag.add_argument("query", metavar="QUERY", help="in quotation marks; an empty one means all")
    notes_tag.add_argument("tags", nargs="*", metavar="TAG", help="a tag to put on")
    notes_tag.add_argument(
        "--remove", action="append", default=[], metavar="TAG", help="a tag to take off; may be given again"
    )
    notes_tag.add_argument("--articles", action="store_true", help="tag the articles that the query finds")

    tags = command("notes-tags", "notes:list_tags", "list the tags in use, the most used first")
    tags.prog = "sinmun notes tags"
    with_json(tags)

    retag = command("notes-retag", "notes:retag_notes", "rename a tag everywhere, or merge it with another")
    retag.prog = "sinmun notes retag"
    retag.add_argument("old", metavar="OLD", help="a tag in use")
    retag.add_argument("new", metavar="NEW", help="its new name; a tag in use makes the two one")

    judge = command(
        "notes-judge", "notes:judge_notes", "give a verdict on the annotations that a query finds"
    )
    judge.prog = "sinmun notes judge"
    judge.add_argument("query", metavar="QUERY", help="in quotation marks; an empty one means all")
    judge.add_argument("status", choices=list(STATUSES), metavar="STATUS", help=", ".join(STATUSES))

    shelf = command(
        "shelf", "shelf:list_shelves", "list kept queries; `shelf add NAME QUERY`, `shelf remove NAME`"
    )
    with_json(shelf)
    shelf_list = command("shelf-list", "shelf:list_shelves", "list kept queries with what each finds")
    shelf_list.prog = "sinmun shelf list"
    with_json(shelf_list)
    shelf_add = command("shelf-add", "shelf:add", "keep a query; `shelf:NAME` means it in any other")
    shelf_add.prog = "sinmun shelf add"
    shelf_add.add_argument("name", metavar="NAME", help="what the shelf is called")
    shelf_add.add_argument("query", nargs="+", metavar="QUERY", help=QUERY_HELP)
    with_json(shelf_add)
    shelf_remove = command("shelf-remove", "shelf:remove", "forget a kept query")
    shelf_remove.prog = "sinmun shelf remove"
    shelf_remove.add_argument("name", metavar="NAME", help="what the shelf is called")

    take = command("notes-import", "notes:import_notes", "take notes edited in exported Markdown back in")
    take.prog = "sinmun notes import"
    take.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="exported files, or their folder")
    with_json(take)

    entities = command("entities", "entities:list_entities", "list the names in the archive, or correct them")
    entities.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    with_json(entities)

    for verb, second, text, about in CORRECTIONS:
        correct = command(f"entities-{verb}", "entities:correct", text)
        correct.prog = f"sinmun entities {verb}"
        correct.set_defaults(verb=verb)
        correct.add_argument("name", metavar="A", help="a name as the archive has it")
        correct.add_argument("other", metavar=second, choices=TYPES if second == "TYPE" else None, help=about)
    undo = command("entities-undo", "entities:undo", "take the last correction of a name back")
    undo.prog = "sinmun entities undo"

    export = command("export", "export:export", "write articles, facts and notes to files")
    export.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    export.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder to write to")
    export.add_argument(
        "--format", choices=FORMATS, default="markdown", metavar="FORMAT", help=", ".join(FORMATS)
    )
    export.add_argument(
        "--template", type=Path, metavar="DIR", help="Markdown templates of your own (docs/export.md)"
    )
    with_json(export)

    serve = command("serve", "serve:serve", "show the desk in a browser of this machine")
    serve.add_argument("--port", type=_positive, default=8016, metavar="N", help="default: 8016")

    manual = command("help", "manual:tell", "show the page of a command")
    manual.add_argument("words", nargs="*", metavar="COMMAND", help="such as search, or notes add")

    complete = command("completion", "manual:completion", "print what a shell needs to complete commands")
    complete.add_argument("shell", choices=["bash", "zsh", "fish"], metavar="SHELL", help="bash, zsh, fish")

    doctor = command("doctor", "doctor:doctor", "check archive and notebook, and say which reader is in use")
    doctor.add_argument("--repair", action="store_true", help="repair what is wrong, and say what was done")

    for word, verbs in JOINED.items():
        further = "".join(f"\n  {word} {verb:<8}{told[f'{word}-{verb}'][1]}" for verb in verbs)
        first, _ = told[word]
        first.epilog = "\n\n".join(filter(None, [first.epilog, said("subcommands:") + further]))
    return parser


def _speaker(lang: Lang) -> tuple[type[argparse.ArgumentParser], Callable[[str], str]]:
    """Give the parser of a language, and what says a help text in it."""
    if lang == "en":
        return Parser, str
    from tui.locale.korean.parser import KoreanParser, said_in_parts

    return KoreanParser, said_in_parts


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("write a number of at least 1")
    return int(text)


def join_words(argv: list[str]) -> list[str]:
    """Make a command of two words, like ``notes add``, one word: ``notes-add``."""
    at = 0
    while at < len(argv) and argv[at].startswith("-"):
        at += 2 if argv[at] in _WITH_VALUE else 1
    if argv[at + 1 : at + 2] and argv[at + 1] in JOINED.get(argv[at], ()):
        return [*argv[:at], f"{argv[at]}-{argv[at + 1]}", *argv[at + 2 :]]
    return argv


_WITH_VALUE = ("--lang", "--samples")
