"""The pages for man: one a command, in both languages, and roff that groff takes without a word."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import get_args

import pytest

from tests.manpages import pages
from tui.arguments.examples import EXAMPLES
from tui.locale import Lang


@pytest.mark.parametrize("lang", get_args(Lang))
def test_every_command_has_its_page(lang: Lang) -> None:
    found = dict(pages(lang))
    assert {"sinmun", *(f"sinmun-{name}" for name in EXAMPLES)} <= set(found)
    for name, page in found.items():
        assert re.search(rf"^{re.escape(name.replace('-', chr(92) + '-'))} \\- .+", page, re.MULTILINE), name
        assert "COMMENTS" not in page
    assert ".B sinmun notes add\n" in found["sinmun-notes-add"]
    assert ("보관함에서 찾습니다" in found["sinmun-search"]) == (lang == "ko")


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
@pytest.mark.parametrize("lang", get_args(Lang))
def test_groff_has_nothing_to_say(lang: Lang) -> None:
    for name, page in pages(lang):
        done = subprocess.run(
            ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z"],
            input=page.encode(),
            capture_output=True,
            check=True,
            timeout=20,
        )
        assert done.stderr.decode() == "", name


def test_the_page_of_all_lists_the_commands_and_leaves_their_pages_to_them() -> None:
    page = dict(pages("ko"))["sinmun"]
    headings = re.findall(r"^\.SH (.*)", page, re.MULTILINE)
    assert headings == [
        "이름", "사용법", "설명", "옵션", "명령", "보기", "종료 코드", "환경 변수", "함께 보기",
    ]  # fmt: skip
    assert r".BR sinmun\-notes\-add (1)" in page


def test_what_is_typed_keeps_its_quotation_marks() -> None:
    assert r"sinmun search \(aqspeaker:나델라 kind:statistic\(aq" in dict(pages("en"))["sinmun-search"]


def test_no_page_is_of_a_day() -> None:
    assert not [
        name for name, page in pages("en") if re.search(r"\d{4}\\?-\d\d\\?-\d\d", page.split("\n")[0])
    ]
