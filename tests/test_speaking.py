"""Commands run in both languages: in Korean no English is left, and what is data is the same in both."""

from __future__ import annotations

import errno
import json
import os
import re
from pathlib import Path

import pytest

from tui.cli import main
from tui.locale.korean import korean
from tui.progress import Told, line

ARTICLE = """\
해온시, 도서관 세 곳 새로 연다
2024-03-05 09:00

해온시는 5일 도서관 세 곳을 새로 연다고 밝혔다. 김가람 시장은 “책 읽는 도시를 만들겠다”고 말했다.
"""
ILL = {
    "none.txt": b"",
    "nul.txt": b"abc\0\0\0def",
    "paper.pdf": b"%PDF-1.4 x",
    "packed.gz": b"\x1f\x8b\x08\x00",
    "ill.jsonl": b'{"title": 1\n',
    "bare.jsonl": b"[1]\n",
    "page.html": b"<html><body><nav>x</nav></body></html>",
    "feed.xml": b"<rss><channel></channel></rss>",
    "odd.txt": b"\xff\xfeA",
    "table.csv": b"a,b\n1,2\n",
    "book.xlsx": b"PK\x03\x04xxxx",
}
COMMANDS = [
    *(["add", name] for name in ILL),
    ["read", "none.txt"], ["read", "nope.txt"], ["tag", "nope.txt"], ["tag", "odd.txt"],
    ["list"], ["show", "zzzz"], ["show", "a b"], ["search", "금리"],
    ["search", "foo:bar"], ["search", "kind:x"],
    ["search", "date:2024..2023"], ["search", "(a"], ["search", "*"], ["search", "shelf:x"], ["search", '"a'],
    ["notes"], ["notes", "tags"], ["notes", "retag", "a", "b"], ["notes", "tag", ""],
    ["notes", "tag", "", "x"],
    ["notes", "judge", "", "accepted"], ["notes", "import", "nope"], ["notes", "add", "zzzz", "x"],
    ["shelf"], ["shelf", "add", "a", "x:y"], ["shelf", "remove", "z"],
    ["entities"], ["entities", "undo"], ["entities", "merge", "가", "나"],
    ["export", "--to", "out"], ["export", "--to", "out", "--template", "nope"],
    ["feed"], ["feed", "add", "ftp://x"], ["feed", "remove", "http://a.example"],
    ["feed", "import", "feed.xml"],
    ["refresh"], ["refresh", "--watch", "nope"], ["add", "http://127.0.0.1:9/"], ["add", "http://u:p@h/"],
    ["stories", "nope"], ["doctor"], ["doctor", "--repair"],
]  # fmt: skip
WRONG = [
    ["serch"], ["--foo"], ["list", "--limit", "0"], ["list", "--limit", "x"], ["list", "--limit"],
    ["list", "--json=3"], ["list", "x"], ["export"], ["export", "--to", "x", "--format", "pdf"],
    ["notes", "add"],
    ["notes", "judge", "", "x"], ["entities", "retype", "x", "Q"], ["search"], ["completion", "x"],
    ["serve", "--port", "x"], ["help", "nothing"], ["--lang", "xx", "list"],
    ["read", "x", "--reader", "best"],
]  # fmt: skip
HELPS = [["--help"], ["help"], ["notes", "add", "--help"], ["search", "-h"], ["help", "feed", "add"]]
NOT_WORDS = re.compile(
    r"`[^`]*`|\bsinmun(?: [a-z]+)*|'[^']*'|--?[a-z][\w-]*|https?://\S*|\S*[./{}\[\]|_<>]\S*"
)
"""What is typed or named: commands, options, values, addresses and files."""


@pytest.fixture(autouse=True)
def ill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in ILL.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")


def run(words: list[str]) -> int:
    try:
        return main(words)
    except SystemExit as ended:
        return int(ended.code or 0)


def english_in(said: str) -> list[str]:
    """Give the English that is left: two words and more, one behind the other."""
    return re.findall(r"\b[a-z]+ [a-z]+\b", NOT_WORDS.sub("·", said))


@pytest.mark.parametrize("words", [*COMMANDS, *WRONG], ids=" ".join)
def test_in_korean_no_english_is_left(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code = run(words)
    told = capsys.readouterr()
    assert english_in(told.err + told.out) == []
    if told.err:
        assert re.search("[가-힣]", told.err)
    assert run(["--lang", "en", *words]) == code
    assert "Traceback" not in told.err


@pytest.mark.parametrize("words", [*COMMANDS, *WRONG], ids=" ".join)
def test_in_english_no_korean_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    run(["--lang", "en", *words])
    told = capsys.readouterr().err
    own = "금리|가|나|제목|본문"
    assert re.findall("[가-힣]+", re.sub(own, "", told)) == []


@pytest.mark.parametrize("words", HELPS, ids=" ".join)
def test_help_is_wholly_korean(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 0
    examples = re.compile(r"^  sinmun \S.*?(?=  |$)|^    \w+  ", re.MULTILINE)
    assert english_in(examples.sub("", capsys.readouterr().out)) == []


def test_columns_of_help_stand_under_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.cells import cell_len

    run(["export", "--help"])
    shown = capsys.readouterr().out.splitlines()
    columns = {
        cell_len(found[0])
        for shown_line in shown
        if (found := re.match(r"  (?:-\S+(?:, --help| \S+)?|찾는말) {2,}", shown_line))
    }
    assert len(columns) == 1
    assert all(cell_len(shown_line) <= 80 for shown_line in shown)


def test_data_is_the_same_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    def data(lang: str, *words: str) -> str:
        assert run(["--lang", lang, *words]) == 0
        return capsys.readouterr().out

    for words in (
        ["read", "good.txt", "--json", "--reader", "fast"],
        ["add", "good.txt"],
        ["add", "good.txt", "--json"],
        ["list"],
        ["list", "--json"],
        ["search", "도서관", "--json"],
        ["stories", "--json"],
        ["notes", "--json"],
        ["completion", "bash"],
    ):
        run(["--lang", "en", "add", "good.txt"])
        capsys.readouterr()
        assert data("ko", *words) == data("en", *words)
    assert json.loads(data("ko", "read", "good.txt", "--json", "--reader", "fast"))


@pytest.mark.parametrize(
    "number",
    [
        errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOTDIR, errno.ENOSPC, errno.EROFS, errno.EIO,
        errno.EADDRINUSE, errno.ECONNREFUSED, errno.ECONNRESET, errno.ETIMEDOUT, errno.ENETUNREACH,
    ],
)  # fmt: skip
def test_an_error_of_the_system_has_its_korean(number: int) -> None:
    assert re.search("[가-힣]", korean(os.strerror(number)))


def test_the_time_that_is_left_is_told_in_the_language_that_is_spoken() -> None:
    from tui.shell.output import SPOKEN

    spoken = SPOKEN.set("ko")
    try:
        assert line(Told(50, 100), 10).endswith("0:10 남음")
    finally:
        SPOKEN.reset(spoken)
    assert line(Told(50, 100), 10).endswith("0:10 left")
