"""Text from outside as Markdown that shows it and does nothing else."""

from __future__ import annotations

import re

from store.text import printable

_ACTING = re.compile(r"[\\`*_\[\]<>#|~^$&{}]|==+|%%+|::+|:(?=//)|(?<=www)\.", re.IGNORECASE)
_LIST = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_RULE = re.compile(r"^[-+=]")
_TAG = re.compile(r"<(?=[A-Za-z/!?])(?!https?://)", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"'`\\^{|}]+", re.IGNORECASE)


def escape(text: str) -> str:
    """Give text as one line of Markdown in which every character stands for itself.

    What can't be seen becomes visible, links do not link, and no line begins a list, a heading or a rule.
    """
    line = " ".join(printable(text).split())
    line = _ACTING.sub(lambda found: "".join("\\" + character for character in found[0]), line)
    return _RULE.sub(r"\\\g<0>", _LIST.sub(r"\1\\\2", line))


def link(url: str | None) -> str:
    """Give an address as a link where it is one of the web, and as text otherwise."""
    if url and _URL.fullmatch(url) and printable(url) == url:
        return f"<{url}>"
    return escape(url or "")


def quoted(markdown: str) -> str:
    """Give the reader's own Markdown as the lines of a block quote, which whatever they open ends with.

    HTML in it is shown, not run: a note may be pasted from anywhere.
    """
    lines = _TAG.sub("&lt;", printable(markdown, lines=True)).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def block_id(name: str) -> str:
    """Give a name as an identifier of a block: letters, digits and dashes."""
    return re.sub(r"[^0-9A-Za-z]+", "-", name).strip("-") or "x"
