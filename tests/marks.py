"""What the tests of the screen are marked with, as pytest collects them: a plugin that prints it."""

from __future__ import annotations

import functools
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
_SIGN = "mark:"


class Mark(NamedTuple):
    """A mark of a test: its name, its arguments, and the test."""

    name: str
    arguments: tuple[str, ...]
    test: str


def pytest_collection_finish(session: pytest.Session) -> None:
    """Print the marks of everything that was collected."""
    for item in session.items:
        for mark in item.iter_markers():
            if mark.name in ("does", "clicks"):
                print(_SIGN, mark.name, item.nodeid.rpartition("/")[2], *mark.args, sep="\t")


@functools.cache
def marks() -> tuple[Mark, ...]:
    """Collect the marks, in a process of its own."""
    plugins = ["-p", "tests.marks", "-p", "no:syrupy", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "--collect-only", "-qq", *plugins, "tests/tui"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found = [line.split("\t")[1:] for line in printed.splitlines() if line.startswith(_SIGN)]
    return tuple(Mark(name, tuple(arguments), test) for name, test, *arguments in found)
