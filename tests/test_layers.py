"""What import-linter can't see: which engines a fresh process has really loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

ENGINES = ("kiwipiepy", "numpy", "trafilatura", "feedparser", "jinja2", "tinydb", "onnxruntime", "lxml")


def loaded_by(code: str) -> set[str]:
    """Give the top-level modules that a fresh interpreter has after running ``code``."""
    script = f"{code}\nimport sys\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["store.model", "store.desk", "store.reading", "store.work.worker"])
def test_store_loads_no_screen(module: str) -> None:
    assert not {"textual", "rich", "tui"} & loaded_by(f"import {module}")


def test_the_command_line_loads_neither_screen_nor_engine() -> None:
    loaded = loaded_by("import tui.arguments; tui.arguments.build_parser().format_help()")
    assert not {"textual", "rich", *ENGINES} & loaded


def test_the_screen_loads_no_engine_before_it_is_asked() -> None:
    assert not set(ENGINES) & loaded_by("import tui.app, store.desk")
