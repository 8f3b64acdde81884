"""``export``: notes to files."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter

import msgspec

from tui.shell.opening import open_desk
from tui.shell.output import SPOKEN, emit, emit_json, say


def export(arguments: Namespace) -> int:
    """Write files to a folder and say what was written, kept and left."""
    outcomes: Counter[str] = Counter()
    with open_desk() as desk:
        query, form = " ".join(arguments.query), arguments.format
        for exported in desk.export(
            arguments.to, query, form=form, templates=arguments.template, lang=SPOKEN.get()
        ):
            outcomes[exported.outcome] += 1
            if arguments.json:
                emit_json(msgspec.to_builtins(exported))
            else:
                emit(f"{exported.outcome:8} {exported.path}")
            if exported.outcome == "left":
                say(f"{exported.path}: {exported.reason}")
    if not outcomes:
        say("nothing to export: no article has notes yet, or the query finds none")
    else:
        say(", ".join(f"{outcomes[key]} {key}" for key in ("written", "kept", "left")))
    return 0
