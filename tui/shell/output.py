"""How the command line speaks: data to stdout, narration to stderr, neither ever raw to the terminal."""

from __future__ import annotations

import json
import sys
from contextvars import ContextVar
from typing import Any

from store.text import printable
from tui.locale import Lang, said

SPOKEN: ContextVar[Lang] = ContextVar("spoken", default="en")
"""The language of narration; what is data is the same in all."""


def emit_json(value: Any) -> None:
    """Print a value as a line of JSON; what acts or hides is escaped, the value the same."""
    text = json.dumps(value, ensure_ascii=False)
    shown = printable(text)
    if shown != text:
        text = "".join(c if c == s else json.dumps(c)[1:-1] for c, s in zip(text, shown, strict=True))
    sys.stdout.write(text + "\n")


def emit(text: str = "") -> None:
    """Print a line for a person, with control characters made visible and harmless."""
    sys.stdout.write(printable(text) + "\n")


def say(text: str) -> None:
    """Tell a line on stderr, in the language that is spoken."""
    sys.stderr.write("sinmun: " + printable(said(text, SPOKEN.get())) + "\n")


def tell(text: str) -> None:
    """Print a line of narration where it is what was asked for: in the language that is spoken."""
    emit(said(text, SPOKEN.get()))
