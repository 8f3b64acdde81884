"""Commands of two words: argparse can't tell the second from a query that begins so."""

from __future__ import annotations

JOINED = {
    "feed": ("add", "list", "remove", "import", "export"),
    "notes": ("add", "import", "tag", "tags", "retag", "judge"),
    "shelf": ("add", "list", "remove"),
    "entities": ("show", "merge", "rename", "retype", "split", "undo"),
}
"""The second words by the first; the parser knows ``notes add`` as ``notes-add``."""

_WITH_VALUE = ("--lang", "--samples")


def join_words(argv: list[str]) -> list[str]:
    """Make a command of two words, like ``notes add``, one word: ``notes-add``."""
    at = 0
    while at < len(argv) and argv[at].startswith("-"):
        at += 2 if argv[at] in _WITH_VALUE else 1
    if argv[at + 1 : at + 2] and argv[at + 1] in JOINED.get(argv[at], ()):
        return [*argv[:at], f"{argv[at]}-{argv[at + 1]}", *argv[at + 2 :]]
    return argv
