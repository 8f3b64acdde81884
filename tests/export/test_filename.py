from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.export.filename import MAX_BYTES, file_name
from store.export.placing import Files
from store.model import Article, Block

HOSTILE = [
    "../../etc/passwd",
    "CON",
    "a/b\\c",
    "x" * 300,
    "한" * 300,
    "😀" * 100,
    "",
    " . ",
    "\x00\x1b[31m",
    "a\u202eb",
    "[[x]]#^",
]


def titled(title: str, published: str | None = "2025-03-02T10:00") -> Article:
    return Article(id="0123456789ab", source="x", blocks=(Block(title, "title"),), published=published)


@given(st.one_of(st.text(), st.sampled_from(HOSTILE)), st.one_of(st.none(), st.text(max_size=20)))
def test_a_name_is_always_inside_the_folder(title: str, published: str | None) -> None:
    name = file_name(titled(title, published))
    assert len(name.encode()) <= MAX_BYTES
    assert name.endswith("-0123456789ab.md")
    assert not set(name) & set('/\\:*?"<>|\0\x1b\u202e\n')
    assert Path("/folder", name).resolve().parent == Path("/folder")
    assert not name.startswith(".")


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_are_written(tmp_path: Path, title: str) -> None:
    (tmp_path / file_name(titled(title))).write_text("x")
    (written,) = tmp_path.iterdir()
    assert written.parent == tmp_path


def test_a_name_says_date_and_title_and_is_kept(tmp_path: Path) -> None:
    assert file_name(titled("새 공장, 문 열다")) == "2025-03-02 새 공장, 문 열다-0123456789ab.md"
    for name in ("먼저 이름-0123456789ab.md", "x-ba9876543210.md"):
        (tmp_path / name).touch()
    assert Files(tmp_path).of(titled("다른 제목")).name == "먼저 이름-0123456789ab.md"
    assert file_name(titled("무제", None)) == "무제-0123456789ab.md"
