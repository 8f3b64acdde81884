"""Pages for ``man``, one a command, in both languages: ``python -m tests.manpages FOLDER``."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import get_args

from argparse_manpage.manpage import Manpage

from tui.arguments import build_parser
from tui.locale import Lang, said

FOLDERS = {"en": "man1", "ko": "ko/man1"}
HEADINGS = {
    "en": {"COMMENTS": "EXAMPLES"},
    "ko": {
        "NAME": "이름",
        "SYNOPSIS": "사용법",
        "DESCRIPTION": "설명",
        "OPTIONS": "옵션",
        "COMMANDS": "명령",
        "COMMENTS": "보기",
        "SUBCOMMANDS": "하위 명령",
        "EXIT STATUS": "종료 코드",
        "ENVIRONMENT": "환경 변수",
        "SEE ALSO": "함께 보기",
    },
}
EXIT_STATUS = {
    "en": ("done", "some inputs failed; each is named, the others are kept", "wrong usage"),
    "ko": (
        "다 했습니다",
        "일부가 실패했습니다. 실패한 것은 이름을 알리고 나머지는 저장합니다",
        "사용법이 틀렸습니다",
    ),
}
ENVIRONMENT = {
    "en": {
        "SINMUN_HOME": "the folder of all data",
        "LC_ALL, LC_MESSAGES, LANG": "Korean where it begins with ko, else English",
        "NO_COLOR": "no colour on the screen",
    },
    "ko": {
        "SINMUN_HOME": "모든 데이터를 두는 폴더",
        "LC_ALL, LC_MESSAGES, LANG": "ko 로 시작하면 한국어, 아니면 영어",
        "NO_COLOR": "화면에 색을 쓰지 않습니다",
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
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    named = {command.prog.replace(" ", "-"): command for command in commands.choices.values()}
    whole = _page(parser, lang, named, {"exit status": _exit_status(lang), "environment": _environment(lang)})
    # Each command has a page of its own.
    yield (
        "sinmun",
        re.sub(r"\n\.SH COMMAND \\fI.*?(?=\n\.SH (?:EXAMPLES|보기)\n)", "", whole, flags=re.DOTALL),
    )
    for name, command in named.items():
        kin = "-".join(name.split("-")[:2])
        beside = [
            "sinmun",
            *(other for other in named if f"{other}-".startswith(f"{kin}-") and other != name),
        ]
        yield name, _page(command, lang, beside, {})


def _page(
    parser: argparse.ArgumentParser, lang: Lang, beside: Iterable[str], sections: dict[str, str]
) -> str:
    called, about = parser.prog, (parser.description or "").rstrip(".")
    parser.prog = called.replace(" ", "-")
    data = {
        "project_name": "sinmun",
        "manual_title": "sinmun",
        "description": about,
        "version": version("sinmun"),
    }
    sections = {**_below(parser.epilog or "", lang), **sections}
    see = " ,\n".join(f".BR {_escaped(name)} (1)" for name in beside)
    page = Manpage(parser, _data=data)
    page.date = " "  # The same today and tomorrow.
    for heading, content in {**sections, "see also": see}.items():
        page.add_section(heading, "=", content)
    title, text = str(page).split("\n", 1)
    text = text.replace(f".B {_escaped(parser.prog)}\n", f".B {_escaped(called)}\n")
    text = re.sub(r"^\.SH\n", ".SH ", text, flags=re.MULTILINE)
    for heading, told in HEADINGS[lang].items():
        text = text.replace(f".SH {heading}\n", f".SH {told}\n")
    # Words are neither spread nor broken, and what is typed keeps its quotation marks.
    return f"{title}\n.ad l\n.nh\n" + text.replace("'", r"\(aq").replace("`", r"\(ga")


def _below(epilog: str, lang: Lang) -> dict[str, str]:
    """Give the sections of what stands below a command's help; other lines go with those before."""
    headings = {said("examples:", lang): "comments", said("subcommands:", lang): "subcommands"}
    sections: dict[str, str] = {}
    for block in filter(None, epilog.split("\n\n")):
        head, _, rest = block.partition("\n")
        heading = headings.get(head, next(reversed(sections), "comments"))
        shown = f".nf\n{_escaped(rest if head in headings else block)}\n.fi"
        sections[heading] = "\n.PP\n".join(filter(None, [sections.get(heading), shown]))
    return sections


def _exit_status(lang: Lang) -> str:
    return "\n".join(f".TP\n.B {code}\n{told}" for code, told in enumerate(EXIT_STATUS[lang]))


def _environment(lang: Lang) -> str:
    return "\n".join(f".TP\n.B {name}\n{told}" for name, told in ENVIRONMENT[lang].items())


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("-", r"\-")


if __name__ == "__main__":
    main()
