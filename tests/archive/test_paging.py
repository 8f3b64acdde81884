from __future__ import annotations

import threading
from array import array
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.archive import Archive
from store.database import Database
from store.notebook.index import NotebookIndex
from store.search.condition import EVERYTHING, Condition
from tests.samples import article

COUNT = 60
EVEN = Condition("a.row % ? = 0", (2,))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    home = tmp_path_factory.mktemp("paging")
    index = NotebookIndex(home / "notebook.sqlite3")
    opened = Archive(home / "archive.sqlite3", index.database.path)
    # Many articles of one minute: the pages have to break inside of it.
    moments = (
        ["2024-05-01T10:00"] * 25
        + ["2024-05-01T10:01"] * 25
        + [f"2024-04-{day:02}T00:00" for day in range(1, 11)]
    )
    opened.add([(article(number, published=moments[number]), b"") for number in range(COUNT)])
    yield opened
    opened.close()
    index.database.close()


@given(
    st.lists(st.tuples(st.integers(0, COUNT + 5), st.integers(1, 30)), min_size=1, max_size=12), st.booleans()
)
def test_pages_in_any_order_are_slices_of_the_list(
    archive: Archive, asked: list[tuple[int, int]], filtered: bool
) -> None:
    condition = EVEN if filtered else EVERYTHING
    everything = archive.ids(condition)
    for offset, limit in asked:
        page = archive.pages.page(condition, offset, limit)
        assert [headline.id for headline in page] == everything[offset : offset + limit]
    assert archive.pages.count(condition) == len(everything)


@pytest.mark.parametrize("condition", [EVERYTHING, EVEN])
def test_positions_are_those_of_the_list(archive: Archive, condition: Condition) -> None:
    rows = {archive.row_of(each): place for place, each in enumerate(archive.ids(condition))}
    for row in range(1, COUNT + 1):
        assert archive.pages.position(row, condition) == rows.get(row)


def test_a_page_sees_what_was_added_since(tmp_path: Path) -> None:
    index = NotebookIndex(tmp_path / "notebook.sqlite3")
    first = Archive(tmp_path / "archive.sqlite3", index.database.path)
    second = Archive(tmp_path / "archive.sqlite3", index.database.path)
    assert first.pages.page(EVERYTHING, 0, 10) == first.pages.page(EVEN, 0, 10) == []
    second.add([(article(1), b""), (article(2), b"")])
    assert len(first.pages.page(EVERYTHING, 0, 10)) == 2
    assert len(first.pages.page(EVEN, 0, 10)) == 1
    for each in (first, second, index.database):
        each.close()


def test_who_turns_a_page_does_not_wait_for_who_searches(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    searching, go_on = threading.Event(), threading.Event()
    numbers = Database.numbers

    def slow(self: Database, sql: str, parameters: tuple[object, ...] = ()) -> array[int]:
        searching.set()
        assert go_on.wait(20)
        return numbers(self, sql, parameters)

    monkeypatch.setattr(Database, "numbers", slow)
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(archive.pages.count, Condition("a.unread"))
        assert searching.wait(20)
        assert len(archive.pages.page(EVERYTHING, 0, 2)) == 2
        go_on.set()
        assert found.result(20) == archive.pages.count(EVERYTHING)
