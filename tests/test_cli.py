"""The command line as a script meets it: stdout is data, stderr is narration, exit codes are an API."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tui.arguments import build_parser
from tui.cli import main

pytestmark = pytest.mark.usefixtures("in_english")

ARTICLE = """\
해온시, 도서관 세 곳 새로 연다
2024-03-05 09:00
올해 안에 공사 마쳐
올해 안에 공사 마쳐
해온시가 올해 도서관 세 곳을 새로 연다. 윤서진 해온시장은 5일 "책 읽는 도시를 만들겠다"고 말했다.
공사에는 120억원이 든다. 시는 하루 평균 800명이 이용할 것으로 내다봤다.
"""


class Result(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    def command(*argv: str, stdin: str | bytes = "") -> Result:
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        code = main(list(argv))
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return command


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "library.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_add_tells_what_was_added_already_there_and_failed(run, article: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\x00\x01\x02" * 100)
    first = run("add", str(article), str(broken), str(tmp_path / "missing.txt"))
    assert first.code == 1
    assert "1 added" in first.err
    assert "2 failed" in first.err
    assert "broken.txt" in first.err
    assert "missing.txt" in first.err
    again = run("add", str(article))
    assert again.code == 0
    assert "0 added, 1 already there" in again.err


def test_facts_are_found_once_articles_are_read(run, article: Path) -> None:
    run("add", str(article))
    missed = run("search", "kind:statistic")
    assert missed.out == ""
    assert "--read" in missed.err
    assert "--read" not in run("search", "없는낱말").err
    assert "1 read" in run("add", str(article), "--read").err
    assert run("search", "kind:statistic", "--json").objects


def test_an_outlet_is_found_by_the_beginning_of_its_name(run, seeds: Path) -> None:
    run("add", str(seeds / "011_pureun.atom"))
    assert len(run("search", "source:푸른", "--json").objects) == 2
    assert run("search", "source:데일리", "--json").out == ""


def test_an_empty_note_is_refused(run, article: Path) -> None:
    run("add", str(article))
    (listed,) = run("list", "--json").objects
    assert run("notes", "add", listed["id"], " ").code == 1
    assert run("notes", "--json").out == ""


def test_add_reads_standard_input(run) -> None:
    assert run("add", "-", stdin=ARTICLE).code == 0
    assert run("list", "--json").objects[0]["title"] == "해온시, 도서관 세 곳 새로 연다"


def test_list_and_search_print_one_object_a_line(run, article: Path) -> None:
    run("add", str(article))
    (listed,) = run("list", "--json").objects
    assert {"id", "title", "published", "source", "story"} <= set(listed)
    assert run("search", "도서관", "--json").objects == [listed]
    assert run("search", "없는낱말", "--json").out == ""


def test_a_mistaken_query_gets_a_message_with_a_caret(run, article: Path) -> None:
    run("add", str(article))
    result = run("search", "도서관", "(")
    assert result.code == 2
    message, query, caret = result.err.splitlines()
    assert "sinmun: " in message
    assert query.endswith("도서관 (")
    assert caret.endswith("^")


def test_read_keeps_nothing_and_every_span_places(run, article: Path) -> None:
    result = run("read", str(article), "--json", "--reader", "fast")
    (reading,) = result.objects
    assert result.code == 0
    assert reading["source"] == str(article)
    assert reading["published"] == "2024-03-05T09:00"
    assert [repeat["kind"] for repeat in reading["repeats"]] == ["exact"]
    spans = [
        *(mention for entity in reading["entities"] for mention in entity["mentions"]),
        *reading["times"],
        *reading["quantities"],
        *reading["facts"],
        *(quote for fact in reading["facts"] for quote in fact.get("quotes", [])),
        *(item for fact in reading["facts"] for item in fact.get("items", [])),
    ]
    for span in spans:
        assert reading["blocks"][span["block"]]["text"][span["start"] : span["end"]] == span["text"]
    assert run("list", "--json").out == ""


def test_read_finds_who_said_what(run, article: Path) -> None:
    (reading,) = run("read", str(article), "--json").objects
    (quotation,) = [fact for fact in reading["facts"] if fact["kind"] == "quotation" and fact["quotes"]][:1]
    assert quotation["speaker"]["name"] == "윤서진"
    assert quotation["quotes"][0]["text"] == "책 읽는 도시를 만들겠다"
    assert quotation["cue"] == "말했다"


def test_read_goes_on_after_a_source_that_fails(run, article: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    result = run("read", str(empty), str(article), "--json")
    assert result.code == 1
    assert "empty.txt" in result.err
    assert len(result.objects) == 1


def test_tag_gives_a_list_a_line_with_offsets_into_the_line(run) -> None:
    lines = ["윤서진 시장은 서울에서 5일 말했다.", "", "숫자 1,200명"]
    result = run("tag", "-", "--json", "--reader", "fast", stdin="\n".join(lines) + "\n")
    assert len(result.objects) == len(lines)
    for line, tags in zip(lines, result.objects, strict=True):
        for tag in tags:
            assert set(tag) == {"start", "end", "type", "text"}
            assert line[tag["start"] : tag["end"]] == tag["text"]
            assert tag["type"] in {"PS", "LC", "OG", "DT", "TI", "QT"}


def test_notes_are_acknowledged_listed_and_exported(run, article: Path, tmp_path: Path) -> None:
    run("add", str(article))
    (listed,) = run("list", "--json").objects
    added = run("notes", "add", listed["id"][:6], "-", stdin="첫째 메모\n둘째 메모\n")
    assert len(added.out.split()) == 2
    one = run("notes", "add", listed["id"], "한", "줄")
    notes = run("notes", "--json").objects
    assert {note["id"] for note in notes} == {*added.out.split(), *one.out.split()}
    assert {"id", "article", "kind", "note", "tags", "status", "selector"} <= set(notes[0])
    exported = run("export", "--to", str(tmp_path / "vault"), "--json").objects
    assert next(item["outcome"] for item in exported if item["path"].endswith(".md")) == "written"
    text = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "vault").rglob("*.md"))
    assert "첫째 메모" in text
    assert "한 줄" in text


def test_notes_are_tagged_and_judged_by_a_query(run, article: Path) -> None:
    run("add", str(article))
    ident = run("list", "--json").objects[0]["id"]
    run("notes", "add", ident, "첫 메모")
    assert "1 changed" in run("notes", "tag", "메모", "확인", "둘").err
    assert run("notes", "tag:확인", "--json").objects[0]["tags"] == ["확인", "둘"]
    assert run("notes", "tag", "tag:확인", "--remove", "둘").code == 0
    assert run("notes", "judge", "tag:확인", "accepted").code == 0
    (note,) = run("notes", "status:accepted", "--json").objects
    assert note["tags"] == ["확인"]
    assert run("notes", "judge", "", "none").code == 0
    assert run("notes", "tag", "메모").code == 1
    assert "1 changed" in run("notes", "tag", "--articles", "", "기사").err


def test_a_query_is_kept_as_a_shelf(run, article: Path) -> None:
    run("add", str(article))
    assert run("shelf", "add", "모두", "is:unread", "OR", "is:read").code == 0
    assert run("shelf", "list", "--json").objects == [
        {"name": "모두", "query": "is:unread OR is:read", "count": 1}
    ]
    assert len(run("search", "shelf:모두", "--json").objects) == 1
    assert "모두" in run("shelf").out
    assert run("shelf", "remove", "모두").code == 0
    assert run("shelf", "remove", "모두").code == 1
    assert run("search", "shelf:모두").code == 2
    assert run("shelf", "add", "틀림", "(금리").code == 2


def test_show_reads_an_article_that_was_not_read(run, article: Path) -> None:
    run("add", str(article))
    (listed,) = run("list", "--json").objects
    shown = run("show", listed["id"][:5], "--json").objects[0]
    assert shown["facts"]
    assert "윤서진" in run("show", listed["id"]).out


def test_an_unknown_article_is_an_error_with_a_cure(run) -> None:
    result = run("show", "ffffff")
    assert result.code == 1
    assert "ffffff" in result.err
    assert "Traceback" not in result.err


def test_nothing_hostile_reaches_the_terminal(run, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(
        "\x1b]0;owned\x07[CEO] [/ [link=file:///etc/passwd]\n\n본문\u202e이다 \x9b31m.\n", encoding="utf-8"
    )
    run("add", str(hostile))
    for result in (
        run("list"),
        run("list", "--json"),
        run("read", str(hostile)),
        run("read", str(hostile), "--json"),
    ):
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(result.out + result.err)


def test_without_a_terminal_the_list_is_printed(run, article: Path, tmp_path: Path) -> None:
    samples = tmp_path / "samples"
    samples.mkdir()
    (samples / "one.txt").write_text(ARTICLE, encoding="utf-8")
    result = run("--samples", str(samples))
    assert result.code == 0
    assert "해온시, 도서관 세 곳 새로 연다" in result.out
    assert "윤서진" in result.out
    assert "1 sample articles added" in result.err
    assert run().code == 0


def test_stories_are_explained_of_a_folder_and_of_the_archive(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ARTICLE + "시는 내년에도 한 곳을 더 짓는다.\n", encoding="utf-8")
    (told,) = run("stories", str(tmp_path), "--json", "--explain").objects
    assert told["stories"] == [["a", "b"]]
    assert told["explain"] == [{"story": "a", "articles": 2, "overlap": 1.0}]
    assert run("stories", str(tmp_path), "--json").objects == [{"stories": [["a", "b"]]}]
    run("add", str(tmp_path))
    (kept,) = run("stories", "--json", "--explain").objects
    assert [len(story) for story in kept["stories"]] == [2]
    assert kept["explain"] == [{"story": kept["stories"][0][0], "articles": 2, "overlap": 1.0}]
    assert run("stories", "--explain").out.rstrip().endswith("(1.00)")


def test_doctor_says_which_reader_is_in_use(run) -> None:
    result = run("doctor")
    assert result.code == 0
    assert "reader: " in result.out
    assert "everything is sound" in result.out


@pytest.mark.parametrize("argv", [["nothing"], ["add"], ["read"], ["export"], ["show"]])
def test_wrong_usage_is_exit_code_2(argv: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(argv)
    assert stopped.value.code == 2


def test_every_command_has_help() -> None:
    text = build_parser().format_help()
    for command in ("add", "read", "tag", "list", "show", "search", "stories", "notes", "export", "doctor"):
        assert command in text
