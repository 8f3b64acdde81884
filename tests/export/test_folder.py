from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from store.export.folder import Material, export, preview
from store.model import Annotation, Article, Block, Selector, SinmunError
from store.notebook.compose import compose
from tests.samples import SPEECH, article, reading, span

GOLDEN = Path(__file__).parent.parent / "golden"
TIMES = {"created": "2025-03-03T00:00:00.000+00:00", "modified": "2025-03-03T00:00:00.000+00:00"}


def material(**changes: object) -> Material:
    of = article(1)
    read = reading(of, "1")
    notes = [
        compose(
            of,
            [],
            fact=read.facts[0],
            status="accepted",
            note="직접 *들은* 말\n\n> 다시 들을 것",
            tags=["실적"],
        ),
        compose(of, [], fact=read.facts[1], status="rejected", note="공시와 다르다"),
        compose(of, [], span=span(of, 1, "흑자"), note="언제부터?", tags=["생성 AI"]),
        compose(of, [], note="기사 전체에 대한 메모\n<!-- sinmun:end notes -->"),
    ]
    named = [
        msgspec.structs.replace(note, id=f"{number:012x}", **TIMES) for number, note in enumerate(notes, 1)
    ]
    lost = Annotation(
        id="5" * 12, article=of.id, kind="span", note="옛 메모", selector=Selector("없어진 말"), **TIMES
    )
    places = {each.id: (each.selector.start, each.selector.end) for each in named if each.selector}
    values = {
        "article": of,
        "reading": read,
        "annotations": [*named, lost],
        "places": {**places, lost.id: None},
    }
    return Material(**{**values, **changes})  # type: ignore[arg-type]


def test_the_markdown_is_as_it_was_agreed(tmp_path: Path) -> None:
    name, text = preview(material())
    golden = GOLDEN / "article.md"
    if os.environ.get("SINMUN_WRITE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
    (written,) = export([material()], tmp_path)
    assert (written.path, written.outcome) == (str(tmp_path / name), "written")
    assert (tmp_path / name).read_text(encoding="utf-8") == text


def test_a_second_export_touches_nothing(tmp_path: Path) -> None:
    (first,) = export([material()], tmp_path)
    os.utime(first.path, ns=(1, 1))
    (second,) = export([material()], tmp_path)
    assert (second.outcome, second.path) == ("kept", first.path)
    assert Path(first.path).stat().st_mtime_ns == 1
    renamed = msgspec.structs.replace(article(1), blocks=(Block("새 제목", "title"), *article(1).blocks[1:]))
    (third,) = export([material(article=renamed)], tmp_path)
    assert (third.outcome, third.path) == ("written", first.path)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_a_person_wrote_is_kept(tmp_path: Path, newline: str) -> None:
    (first,) = export([material()], tmp_path)
    path = Path(first.path)
    mine = path.read_text(encoding="utf-8") + "\n내 생각\n"
    path.write_text(mine, encoding="utf-8", newline=newline)
    assert [each.outcome for each in export([material()], tmp_path)] == ["kept"]
    assert [each.outcome for each in export([material(annotations=[])], tmp_path)] == ["written"]
    data = path.read_bytes().decode()
    assert data.endswith(f"{newline}내 생각{newline}") and "공시와 다르다" not in data
    assert data.count("\r\n") == (data.count("\n") if newline == "\r\n" else 0)


def test_an_edit_in_a_generated_part_is_left_with_a_word(tmp_path: Path) -> None:
    (first,) = export([material()], tmp_path)
    path = Path(first.path)
    path.write_text(path.read_text(encoding="utf-8").replace("## 팩트", "## 내 팩트"), encoding="utf-8")
    (second,) = export([material(annotations=[])], tmp_path)
    assert second.outcome == "left" and "facts" in second.reason
    text = path.read_text(encoding="utf-8")
    assert "## 내 팩트" in text and "공시와 다르다" in text and "기사 전체에" not in text


@pytest.mark.parametrize("foreign", ["내 글이다\n".encode(), b"\xff\xfe\x00"])
def test_a_file_of_someone_else_is_left(tmp_path: Path, foreign: bytes) -> None:
    path = tmp_path / preview(material())[0]
    path.write_bytes(foreign)
    (only,) = export([material()], tmp_path)
    assert only.outcome == "left" and only.reason
    assert path.read_bytes() == foreign


def test_an_article_that_was_not_read_is_exported_too() -> None:
    name, text = preview(material(reading=None, annotations=[], places={}))
    assert name.endswith(".md") and SPEECH in text and "sinmun:begin facts" not in text


def test_an_article_of_nothing_but_marks_stays_text() -> None:
    marks = "<!-- sinmun:end article -->"
    hostile = Article(id="a" * 12, source="../x", blocks=(Block(marks, "title"), Block(marks, "paragraph")))
    _, text = preview(material(article=hostile, reading=None, annotations=[], places={}))
    assert [line for line in text.splitlines() if line == marks] == [marks]


def test_a_folder_that_can_not_be_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SinmunError):
        list(export([material()], tmp_path / "file" / "folder"))
    with pytest.raises(SinmunError):
        list(export([material()], tmp_path / "file"))
