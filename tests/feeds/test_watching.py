"""A watched folder: what comes is kept once it is written to its end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from store.desk import Desk
from store.intake.watching import watch
from store.model import SinmunError

TEXT = (
    "나루시 새 다리 내달 개통\n입력 2024.05.20. 오전 10:00\n\n나루시가 새 다리를 내달 연다고 20일 밝혔다.\n"
)


class Steps:
    """Looks at a folder, one a second; between them ``acts`` happen, each giving the paths it touched."""

    def __init__(self, *acts: object) -> None:
        self._acts, self.time = acts, 0.0

    def now(self) -> float:
        return self.time

    def __iter__(self) -> Iterator[list[str]]:
        for act in self._acts:
            self.time += 1.0
            yield [str(path) for path in (act() if callable(act) else [])]


def watched(desk: Desk, folder: Path, *acts: object) -> list[tuple[str, str]]:
    steps = Steps(*acts)
    found = watch(desk._archive, folder, looks=steps, now=steps.now)
    return [(Path(added.source).name, added.outcome) for added in found]


def write(path: Path, text: str) -> list[Path]:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "들어온 것"
    made.mkdir()
    return made


def test_what_lies_there_and_what_comes(desk: Desk, folder: Path) -> None:
    write(folder / "a.txt", TEXT)
    come = lambda: write(folder / "b.txt", TEXT.replace("다리", "배"))  # noqa: E731
    assert watched(desk, folder, None, come, None) == [("a.txt", "added"), ("b.txt", "added")]


def test_half_written_files_are_waited_for(desk: Desk, folder: Path) -> None:
    path = folder / "a.txt"
    begin, go_on = (lambda: write(path, TEXT[:20])), (lambda: write(path, TEXT))
    assert watched(desk, folder, begin, go_on) == []
    assert watched(desk, folder, None, begin, go_on, None, None) == [("a.txt", "added")]
    assert desk.headlines()[0].title == "나루시 새 다리 내달 개통"


def test_a_changed_file_is_kept_anew(desk: Desk, folder: Path) -> None:
    page = (
        "<html><head><link rel='canonical' href='https://g.example/1'><title>다리 {}</title></head><p>{}</p>"
    )
    path = folder / "a.html"
    one, two = (
        page.format(n, "나루시가 새 다리를 내달 연다고 20일 밝혔다. " * 9) for n in ("연다", "닫는다")
    )
    acts = [lambda: write(path, one), None, lambda: write(path, two), None]
    assert watched(desk, folder, *acts) == [("a.html", "added"), ("a.html", "updated")]


def test_a_folder_that_is_moved_in_is_walked(desk: Desk, folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "aside" / "deep" / "a.txt", TEXT)

    def move() -> list[Path]:
        (tmp_path / "aside").rename(folder / "new")
        return [folder / "new"]

    assert watched(desk, folder, None, move, None) == [("a.txt", "added")]


def test_what_is_no_article_is_left(desk: Desk, folder: Path) -> None:
    def come() -> list[Path]:
        names = [".hidden.txt", "a.txt.part", "b.crdownload", "pic.jpg", "README.md", "c.txt~", ".git/d.txt"]
        return [path for name in names for path in write(folder / name, TEXT)]

    assert watched(desk, folder, None, come, None, None) == []


def test_a_file_that_is_gone_again_and_one_that_is_nothing(desk: Desk, folder: Path) -> None:
    def gone() -> list[Path]:
        (folder / "a.txt").unlink()
        return [folder / "a.txt"]

    bad = lambda: write(folder / "bad.json", "{not json}")  # noqa: E731
    assert watched(desk, folder, lambda: write(folder / "a.txt", TEXT), gone, None) == []
    assert watched(desk, folder, bad, None) == [("bad.json", "failed")]


def test_no_folder_is_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(SinmunError, match="no such folder"):
        list(desk.following.watch(tmp_path / "nowhere"))


def test_the_system_tells_of_changes(desk: Desk, folder: Path) -> None:
    """The real watcher: a file that is there at the start comes, and the stop is heard."""
    write(folder / "a.txt", TEXT)
    stop = Event()
    going = desk.following.watch(folder, stop=stop)
    assert next(going).outcome == "added"
    stop.set()
    assert list(going) == []
