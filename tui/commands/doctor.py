"""``doctor``: what is sound, what is not, and what to do about it."""

from __future__ import annotations

from argparse import Namespace

from store.desk import default_home
from store.extract.ner.tagging import reader_in_use
from tui.shell.opening import open_desk
from tui.shell.output import tell

GET_PRECISE = "to get the precise reader: pip install 'sinmun[precise]'"


def doctor(arguments: Namespace) -> int:
    """Check archive and notebook, or repair them; say which reader is in use and how to get the other."""
    if arguments.repair:
        from store.repair import repair

        done = repair(default_home())
        for line in done:
            tell(f"repaired: {line}")
        if not done:
            tell("nothing to repair")
    with open_desk() as desk:
        tell(f"data: {desk.home}")
        counts = desk.counts()
        tell(f"archive: {counts.total} articles, {counts.unread} unread")
        tell(f"notebook: {counts.annotations} annotations, {counts.notes} of them notes")
        tell("reader: precise" if reader_in_use() == "precise" else f"reader: fast ({GET_PRECISE})")
        problems = [*desk.notices, *desk.check()]
    for problem in problems:
        tell(f"problem: {problem}")
    tell(
        "everything is sound"
        if not problems
        else f"{len(problems)} found: `sinmun doctor --repair` repairs what can be"
    )
    return 1 if problems else 0
