"""``export``, ``serve``, ``help``, ``completion`` and ``doctor``: taking away, and the program itself."""

from __future__ import annotations

from pathlib import Path

from tui.arguments.commands import Commands, positive, with_json, with_query

FORMATS = (
    "markdown", "obsidian", "logseq", "plain", "csv", "jsonl", "annotations", "csl", "bibtex", "claims",
)  # fmt: skip
"""``store.export.formats`` by name: told here, so that the parser pays for no engine."""


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    export = commands.add("export", "export:export", "write articles, facts and notes to files")
    with_query(export)
    export.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder to write to")
    export.add_argument(
        "--format", choices=FORMATS, default="markdown", metavar="FORMAT", help=", ".join(FORMATS)
    )
    export.add_argument(
        "--template", type=Path, metavar="DIR", help="Markdown templates of your own (docs/export.md)"
    )
    with_json(export)

    serve = commands.add("serve", "serve:serve", "show the desk in a browser of this machine")
    serve.add_argument("--port", type=positive, default=8016, metavar="N", help="default: 8016")

    manual = commands.add("help", "manual:tell", "show the page of a command")
    manual.add_argument("words", nargs="*", metavar="COMMAND", help="such as search, or notes add")

    complete = commands.add(
        "completion", "manual:completion", "print what a shell needs to complete commands"
    )
    complete.add_argument("shell", choices=["bash", "zsh", "fish"], metavar="SHELL", help="bash, zsh, fish")

    doctor = commands.add(
        "doctor", "doctor:doctor", "check archive and notebook, and say which reader is in use"
    )
    doctor.add_argument("--repair", action="store_true", help="repair what is wrong, and say what was done")
