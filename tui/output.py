"""How the command line speaks: data to stdout, narration to stderr, neither ever raw to the terminal."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from store.text import printable

_UNSAFE_IN_JSON = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufff9-\ufffb]"
)


def emit_json(value: Any) -> None:
    """Print a value as a line of JSON; what a terminal would obey is escaped, the value the same."""
    text = json.dumps(value, ensure_ascii=False)
    sys.stdout.write(_UNSAFE_IN_JSON.sub(lambda m: f"\\u{ord(m[0]):04x}", text) + "\n")


def emit(text: str = "") -> None:
    """Print a line for a person, with control characters made visible and harmless."""
    sys.stdout.write(printable(text) + "\n")


def say(text: str) -> None:
    """Tell a line on stderr."""
    sys.stderr.write("sinmun: " + printable(text) + "\n")
