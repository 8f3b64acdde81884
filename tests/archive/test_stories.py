"""Stories in the archive: found while adding, kept by editions, grouped in archives of earlier versions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.archive.schema import MIGRATIONS
from store.database import Database
from store.dedup.paragraphs import fold
from store.dedup.signature import describe
from store.dedup.story_index import StoryIndex
from store.model import Article, Block
from store.notebook.index import NotebookIndex
from tests.bench.generate import generate
from tests.dedup.test_stories import AWARD, BODY, COPIES, OTHERS, TITLE


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    opened = _archive(tmp_path)
    yield opened
    opened.close()


def _archive(folder: Path) -> Archive:
    index = NotebookIndex(folder / "notebook.sqlite3")
    index.database.close()
    return Archive(folder / "archive.sqlite3", folder / "notebook.sqlite3")


def told(name: str, article: Article) -> tuple[Article, bytes]:
    return Article(id=name, source=name, blocks=article.blocks, url=f"https://news.example/{name}"), b""


def news(name: str, title: str, body: list[str]) -> tuple[Article, bytes]:
    return told(name, Article(id="", source="", blocks=(Block(title, "title"), *_paragraphs(body))))


def _paragraphs(body: list[str]) -> Iterator[Block]:
    return (Block(line, "paragraph") for line in body)


def test_a_copy_joins_the_story_and_counts_as_a_version(archive: Archive) -> None:
    archive.add([news("00a0", TITLE, BODY), news("00b0", "한길문학상에 모시내", AWARD)])
    for number, copy in enumerate(COPIES.values()):
        archive.add([told(f"00c{number}", copy)])
    archive.add([told("00d0", OTHERS["a later one that shares a quote"])])
    assert archive.stories() == [["00a0", *(f"00c{n}" for n in range(len(COPIES)))], ["00b0"], ["00d0"]]
    assert archive.headline("00c3").story == "00a0"
    assert archive.headline("00c3").versions == archive.headline("00a0").versions == 1 + len(COPIES)
    assert archive.headline("00d0").versions == 1


def test_an_edition_stays_in_its_story_and_is_found_by_its_new_words(archive: Archive) -> None:
    archive.add([news("00a0", TITLE, BODY), news("00a1", TITLE, BODY)])
    assert archive.add([news("00a1", "한길문학상에 모시내", AWARD)]) == ["updated"]
    assert archive.headline("00a1").story == "00a0"
    archive.add([news("00b0", "한길문학상에 모시내", AWARD), news("00b1", TITLE, BODY)])
    assert archive.headline("00b0").story == "00b0"
    assert archive.headline("00b1").story == "00a0"


def test_a_failed_batch_leaves_no_story(archive: Archive) -> None:
    archive.add([news("00a0", TITLE, BODY)])
    with pytest.raises(UnicodeEncodeError):
        archive.add([news("00a1", TITLE, [*BODY, *BODY]), news("00a2", "\ud800", AWARD)])
    archive.add([news("00a3", TITLE, BODY[:3])])
    assert archive.stories() == [["00a0", "00a3"]]
    assert archive.database.rows("SELECT * FROM anchors") == []


def test_stories_in_the_archive_are_those_in_memory(archive: Archive) -> None:
    articles = [fold(raw) for raw in generate(300)]
    index = StoryIndex()
    for article, described in zip(articles, describe(articles), strict=True):
        index.add(article.id, described)
    for start in range(0, len(articles), 70):
        archive.add([(article, b"") for article in articles[start : start + 70]])
    assert archive.stories() == index.groups()
    assert len(index.groups()) < len(articles)


def test_an_archive_of_the_first_version_is_grouped(tmp_path: Path) -> None:
    for folder in ("new", "old"):
        (tmp_path / folder).mkdir()
    donor = _archive(tmp_path / "new")
    donor.add([told(f"00c{number}", copy) for number, copy in enumerate(COPIES.values())])
    donor.add([news("00b0", "한길문학상에 모시내", AWARD)])
    donor.close()
    old = Database(tmp_path / "old" / "archive.sqlite3", MIGRATIONS[:1], {"donor": donor.database.path})
    with old.writing() as connection:
        connection.execute("INSERT INTO articles SELECT * FROM donor.articles")
        connection.execute("UPDATE articles SET story = id")
        connection.execute("INSERT INTO texts SELECT * FROM donor.texts")
    old.close()
    migrated = _archive(tmp_path / "old")
    assert migrated.stories() == [[f"00c{number}" for number in range(len(COPIES))], ["00b0"]]
    migrated.add([news("00e0", TITLE, BODY)])
    assert migrated.headline("00e0").story == "00c0"
    migrated.close()
    assert len(list((tmp_path / "old").glob("archive.sqlite3.schema-1-*"))) == 1
