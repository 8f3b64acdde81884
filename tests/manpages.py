"""Pages for ``man``, one a command, in both languages: ``python -m tests.manpages FOLDER``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from argparse_manpage.manpage import Manpage

from tui.arguments import build_parser
from tui.locale import Lang

FOLDERS = {"en": "man1", "ko": "ko/man1"}
HEADINGS = {
    "en": {"COMMENTS": "EXAMPLES"},
    "ko": {
        "NAME": "이름",
        "SYNOPSIS": "쓰는 법",
        "DESCRIPTION": "설명",
        "OPTIONS": "옵션",
        "COMMENTS": "보기",
    },
}


def main() -> None:
    """Write man1 and ko/man1, as man(1) looks for them."""
    for lang in get_args(Lang):
        folder = Path(sys.argv[1]) / FOLDERS[lang]
        folder.mkdir(parents=True, exist_ok=True)
        for name, page in pages(lang):
            (folder / f"{name}.1").write_text(page, encoding="utf-8")


def pages(lang: Lang) -> Iterator[tuple[str, str]]:
    """Give the page of sinmun and of each command, by name: sinmun-notes-add."""
    parser = build_parser(lang)
    yield "sinmun", _page(parser, lang)
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    for command in commands.choices.values():
        yield command.prog.replace(" ", "-"), _page(command, lang)


def _page(parser: argparse.ArgumentParser, lang: Lang) -> str:
    called, about = parser.prog, (parser.description or "").rstrip(".")
    parser.prog = called.replace(" ", "-")
    data = {"project_name": "sinmun", "manual_title": "sinmun", "description": about}
    text = str(Manpage(parser, _data=data))
    hyphened = parser.prog.replace("-", r"\-")
    text = text.replace(f".B {hyphened}\n", f".B {called}\n").replace("examples:\n", "")
    for heading, told in HEADINGS[lang].items():
        text = text.replace(f".SH {heading}\n", f".SH {told}\n")
    return text + "\n"


if __name__ == "__main__":
    main()
