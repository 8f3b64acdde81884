"""``entities``: the names in the archive, and the reader's corrections of them."""

from __future__ import annotations

from argparse import Namespace

import msgspec

from store.corrections import describe_correction
from tui.drawing.marks import SIGNS
from tui.shell.opening import open_desk
from tui.shell.output import emit, emit_json, say, tell


def list_entities(arguments: Namespace) -> int:
    """List the entities of the articles that a query finds, those of most articles first."""
    with open_desk() as desk:
        found = desk.entities(" ".join(arguments.query))
    for row in found:
        if arguments.json:
            emit_json(msgspec.to_builtins(row))
        else:
            emit(f"{row.type}  {row.articles:6}  {row.mentions:6}  {row.name}")
    if not found:
        say("no names: none of these articles was read yet, or the query finds none")
    return 0


def show_entity(arguments: Namespace) -> int:
    """Show the other names, roles, statements and figures of one name, the newest first."""
    with open_desk() as desk:
        page = desk.entity(arguments.name)
    if arguments.json:
        emit_json(msgspec.to_builtins(page))
        return 0
    emit(f"{page.type}  {page.articles:6}  {page.mentions:6}  {page.name}")
    if page.names:
        emit(f"    = {', '.join(page.names)}")
    for held in page.roles:
        emit(f"    {SIGNS['role']} {held.last}  {' '.join(filter(None, (held.organization, held.title)))}")
    for said in page.said:
        emit(f"    {SIGNS['quotation']} {said.date}  {said.article}  {said.quotation.text}")
    for told in page.figures:
        fact = told.statistic
        parts = filter(None, (fact.measure, fact.text, fact.comparator, fact.time))
        emit(f"    {SIGNS['statistic']} {told.date}  {told.article}  {' · '.join(parts)}")
    return 0


def correct(arguments: Namespace) -> int:
    """Keep one correction, and say what it is."""
    name, other = arguments.name, arguments.other
    with open_desk() as desk:
        # A correction of a name that stands nowhere is a slip of the pen: this raises, and says what to do.
        for asked in (other, name) if arguments.verb == "merge" else (name,):
            desk.entity(asked)
        match arguments.verb:
            case "merge":
                made = desk.correct("merge", other, name)
            case "retype":
                made = desk.correct("retype", name, type=other)
            case verb:
                made = desk.correct(verb, name, other)
    emit(describe_correction(made))
    return 0


def undo(arguments: Namespace) -> int:
    """Take back the last correction that is kept."""
    with open_desk() as desk:
        kept = desk.corrections()
        if kept:
            desk.remove_correction(kept[-1].id)
            tell(f"taken back: {describe_correction(kept[-1])}")
        else:
            say("there is no correction to take back")
    return 0
