"""Copying: through the terminal (OSC 52), and through the system's own clipboard where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress

from textual.dom import DOMNode

from tui.errors import say
from tui.locale import Words

SECONDS = 2.0
"""A tool that has not taken the text by then is given up."""
SHOWN = 40


def copy(node: DOMNode, text: str, words: Words, said: str = "said.copied") -> None:
    """Put text on every clipboard that can be reached, and tell what was copied."""
    node.app.copy_to_clipboard(text)
    node.app.run_worker(lambda: to_system(text), group="clipboard", thread=True, exit_on_error=False)
    first = " ".join(text.split())
    say(node, words(said, what=first if len(first) <= SHOWN else f"{first[:SHOWN]}…"))


def tools(environment: Mapping[str, str], platform: str = sys.platform) -> Iterator[tuple[str, ...]]:
    """Give the commands that may take text for the system's clipboard, the likeliest first."""
    if platform == "darwin":
        yield ("pbcopy",)
    if platform == "win32" or "WSL_DISTRO_NAME" in environment:
        yield ("clip.exe",)
    if "WAYLAND_DISPLAY" in environment:
        yield ("wl-copy",)
    if "DISPLAY" in environment:
        yield ("xclip", "-selection", "clipboard")
        yield ("xsel", "--clipboard", "--input")


def to_system(text: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Give text to the system's clipboard; where there is none, nothing happens."""
    for command in tools(environment):
        tool = shutil.which(command[0], path=environment.get("PATH"))
        if tool is not None:
            # Windows takes its own encoding for granted, unless a mark says otherwise.
            encoded = text.encode("utf-16" if command[0] == "clip.exe" else "utf-8", "replace")
            with suppress(OSError, subprocess.SubprocessError):
                subprocess.run(  # noqa: S603 - one of the commands above
                    [tool, *command[1:]],
                    input=encoded,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=SECONDS,
                    check=True,
                )
                return True
    return False
