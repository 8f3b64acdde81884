"""A glance tells the same as the desk, and nothing where it can't."""

from pathlib import Path

from store.desk import Desk
from store.glance import glance
from tests.tui.articles import ARTICLES


def test_a_glance_is_the_beginning_of_the_list(home: Path) -> None:
    with Desk.open(home) as desk:
        desk._archive.add([(article, b"") for article in ARTICLES])
        desk.mark_read(ARTICLES[0].id)
        for seen, known in zip(glance(home, 2), desk.headlines(limit=2), strict=True):
            assert (seen.id, seen.title, seen.published, seen.publisher, seen.unread, seen.versions) == (
                known.id,
                known.title,
                known.published,
                known.publisher,
                known.unread,
                known.versions,
            )


def test_without_an_archive_there_is_nothing_to_see(tmp_path: Path) -> None:
    assert glance(tmp_path, 5) == []
    (tmp_path / "archive.sqlite3").write_bytes(b"not a database, but long enough to be taken for one" * 50)
    assert glance(tmp_path, 5) == []
