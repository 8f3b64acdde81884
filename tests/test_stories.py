"""Stories of a folder and of the archive: every article in one list."""

from __future__ import annotations

from pathlib import Path

from store.comparison.stories import articles_of_path, explain, stories_of
from store.desk import Desk


def test_a_folder_is_grouped_by_file_names(seeds: Path) -> None:
    failures: list[str] = []
    groups = stories_of(articles_of_path(str(seeds), failures.append))
    names = [name for group in groups for name in group]
    assert not failures
    assert len(names) == len(set(names))
    battery = next(group for group in groups if "002_battery_plant_cp949" in group)
    assert "009_battery_plant_daon" in battery
    assert ["001_nadella_visit"] in groups


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\x00\x01" * 50)
    failures: list[str] = []
    assert stories_of(articles_of_path(str(tmp_path), failures.append)) == []
    assert "broken.txt" in failures[0]


def test_the_archive_is_grouped_by_ids(seeds: Path) -> None:
    with Desk.open() as desk:
        added = [item.id for item in desk.add([str(seeds)])]
        groups = desk.stories()
        assert sorted(name for group in groups for name in group) == sorted(filter(None, added))
        assert max(map(len, groups)) >= 2


def test_a_story_is_explained_by_how_alike_its_articles_are(seeds: Path) -> None:
    named = dict(articles_of_path(str(seeds), [].append))
    groups = stories_of(named.items())
    told = list(explain(groups, named.__getitem__))
    assert [each.story for each in told] == [group[0] for group in groups if len(group) > 1]
    assert all(0.5 <= each.overlap <= 1 and each.articles > 1 for each in told)
