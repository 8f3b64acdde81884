"""``notes`` and the commands under it: the reader's own annotations."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from store.desk import Desk, Headline
from store.desk.bulk import Key
from store.model import Annotation, SinmunError
from store.search.facts import asks_for_facts
from tui.arguments.notes import STATUSES
from tui.locale import Words
from tui.progress import heard
from tui.shell.opening import open_desk
from tui.shell.output import SPOKEN, emit, emit_json, say


def list_notes(arguments: Namespace) -> int:
    """List the annotations of the articles that a query finds, or all of them."""
    found = 0
    with open_desk() as desk:
        for found, (annotation, headline) in enumerate(desk.notes(" ".join(arguments.query)), 1):  # noqa: B007
            if arguments.json:
                emit_json(_as_json(annotation))
            else:
                for line in _as_lines(annotation, headline):
                    emit(line)
        kept = desk.counts().annotations
    if not found and kept:
        say(f"no note is found by this query, of {kept} in all: `sinmun notes` lists them")
    elif not found:
        say("no notes: write one at the desk with n, or with `sinmun notes add ID TEXT`")
    return 0


def add_notes(arguments: Namespace) -> int:
    """Write one note, or one a line of standard input; an id is printed when its note is safely on disk."""
    given = arguments.text == ["-"]
    if not given and not " ".join(arguments.text).strip():
        raise SinmunError(
            "an empty note is none: write it after the id, or give - and lines on standard input"
        )
    texts = _stdin_lines() if given else iter([" ".join(arguments.text)])
    with open_desk() as desk:
        article = desk.article(arguments.id).id
        for text in texts:
            annotation = desk.annotate(article, note=text)
            emit(annotation.id)
            sys.stdout.flush()
    return 0


def import_notes(arguments: Namespace) -> int:
    """Take the notes that were edited in exported files back in, and say what became of each."""
    with open_desk() as desk:
        told = desk.take_notes(arguments.paths)
    for taken in told:
        if arguments.json:
            emit_json(msgspec.to_builtins(taken))
        elif taken.outcome != "same":
            emit(f"{taken.outcome:8} {taken.id}  {taken.path}")
    outcomes = Counter(taken.outcome for taken in told)
    say(", ".join(f"{outcomes[key]} {key}" for key in ("taken", "same", "unknown")))
    return 1 if outcomes["unknown"] else 0


def tag_notes(arguments: Namespace) -> int:
    """Tag what a query finds, annotations or articles, and say how many were changed."""
    if not arguments.tags and not arguments.remove:
        raise SinmunError("no tag to put on or take off: write one after the query, or with --remove")
    if arguments.facts and arguments.articles:
        raise SinmunError("--facts and --articles are two things: tag the one, then the other")
    with open_desk() as desk:
        if arguments.facts:
            facts = _facts(desk, arguments.query)
            changed = desk.bulk.tag_facts(facts, arguments.tags, arguments.remove, heard())
        else:
            tag = desk.tag_articles if arguments.articles else desk.tag_query
            changed = tag(arguments.query, arguments.tags, without=arguments.remove, heard=heard())
    say(f"{changed} changed")
    return 0


def retag_notes(arguments: Namespace) -> int:
    """Rename a tag everywhere, or merge it with another, and say how many annotations were changed."""
    with open_desk() as desk:
        changed = desk.bulk.rename_tag(arguments.old, arguments.new, heard())
    say(f"{changed} changed")
    return 0


def list_tags(arguments: Namespace) -> int:
    """List the tags with the number of annotations that have them, most used first."""
    with open_desk() as desk:
        tags = desk.all_tags()
    for tag, count in tags:
        if arguments.json:
            emit_json({"tag": tag, "annotations": count})
        else:
            emit(f"{count:7}  {tag}")
    if not tags:
        say("no tags: put one on at the desk with t, or with `sinmun notes tag QUERY TAG`")
    return 0


def judge_notes(arguments: Namespace) -> int:
    """Give a verdict on the annotations that a query finds, and say how many were changed."""
    status = STATUSES[arguments.status]
    with open_desk() as desk:
        if arguments.facts:
            changed = desk.bulk.judge_facts(_facts(desk, arguments.query), status, heard())
        else:
            changed = desk.judge_query(arguments.query, status, heard=heard())
    say(f"{changed} changed")
    return 0


def _facts(desk: Desk, query: str) -> list[Key]:
    """Give the facts that a query asks for, and say how many there are before anything is done to them."""
    if not asks_for_facts(query):
        raise SinmunError(
            "the query asks for no facts: add kind: or certainty: or speaker:, or leave --facts"
        )
    found = desk.bulk.found(query, heard())
    say(f"{len(found.facts)} facts in {found.telling} articles")
    return found.facts


def _stdin_lines() -> Iterator[str]:
    for number, line in enumerate(sys.stdin.buffer, 1):
        try:
            text = line.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise SinmunError(f"standard input, line {number} is not UTF-8: convert it first") from error
        if text.strip():
            yield text


def _as_json(annotation: Annotation) -> dict[str, Any]:
    built: dict[str, Any] = msgspec.to_builtins(annotation)
    return built


def _as_lines(annotation: Annotation, headline: Headline | None) -> Iterator[str]:
    words = Words(SPOKEN.get())
    title = headline.title if headline else f"({words('notes.no_article')})"
    verdict = words(f"said.{annotation.status}") if annotation.status else ""
    marks = " ".join(filter(None, [verdict, *(f"#{tag}" for tag in annotation.tags)]))
    yield f"{annotation.id}  {annotation.article}  {title}"
    if annotation.selector:
        yield f"    “{annotation.selector.exact}”"
    if marks:
        yield f"    {marks}"
    for line in annotation.note.splitlines():
        yield f"    {line}"
