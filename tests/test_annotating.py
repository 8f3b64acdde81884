"""Many annotations changed by one query, as one step."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from store.desk import Desk
from store.model import SinmunError
from store.notebook import batches
from store.notebook import notebook as notebooks
from tests.samples import article, what


@pytest.fixture
def desk(home: Path) -> Desk:
    desk = Desk.open()
    for number in range(1, 5):
        desk._archive.add([(article(number), b"")])
        desk.annotate(article(number).id, note=f"메모 {number}", tags=["둘"] if number % 2 == 0 else [])
    return desk


def tags(desk: Desk) -> list[tuple[str, ...]]:
    return [desk.annotations(article(number).id)[0].tags for number in range(1, 5)]


def test_tags_are_put_on_and_taken_off_in_one_step(desk: Desk) -> None:
    assert desk.tag_query("tag:둘", ["#짝", "둘"], without=["없던것"]) == 2
    assert tags(desk) == [(), ("둘", "짝"), (), ("둘", "짝")]
    assert desk.tag_query("", ["새"], without=["둘"]) == 4
    assert tags(desk) == [("새",), ("짝", "새"), ("새",), ("짝", "새")]
    assert desk.all_tags() == [("새", 4), ("짝", 2)]
    assert what(desk.undo()).endswith("×4")
    assert tags(desk) == [(), ("둘", "짝"), (), ("둘", "짝")]
    assert desk.undo() and tags(desk) == [(), ("둘",), (), ("둘",)]
    assert desk.redo() and tags(desk) == [(), ("둘", "짝"), (), ("둘", "짝")]
    assert desk.tag_query("tag:둘", ["짝"]) == 0
    assert desk.check() == []


def test_a_verdict_is_given_by_a_query(desk: Desk) -> None:
    assert desk.judge_query("tag:둘", "accepted") == 2
    assert desk.count("status:accepted") == 2
    assert desk.judge_query("status:accepted", "") == 2
    assert desk.count("status:accepted") == 0
    assert desk.undo() and desk.undo() and desk.count("status:accepted") == 0
    assert [note.note for note, _ in desk.notes("tag:둘")] == ["메모 4", "메모 2"]


def test_articles_are_tagged_as_a_whole(desk: Desk) -> None:
    desk._archive.add([(article(5), b"")])
    assert desk.tag_articles("id:0", ["모두"]) == 5
    assert all("모두" in each for each in tags(desk))
    assert desk.annotations(article(5).id)[0].kind == "article"
    assert desk.undo() and desk.annotations(article(5).id) == [] and desk.count("tag:모두") == 0


def test_what_was_changed_by_hand_since_is_left_as_it_is(desk: Desk) -> None:
    desk.tag_query("tag:둘", ["짝"])
    note = desk.annotations(article(2).id)[0]
    desk.annotate(note.article, annotation_id=note.id, note="고쳐 씀")
    path = desk.home / "journal.jsonl"
    path.write_bytes(b"\n".join(path.read_bytes().splitlines()[:-1]) + b"\n")
    assert desk.undo()
    assert tags(desk) == [(), ("둘", "짝"), (), ("둘",)]
    assert desk.redo()
    assert tags(desk) == [(), ("둘", "짝"), (), ("둘", "짝")]


def test_what_a_full_disk_leaves_half_done_is_undone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    write = notebooks.write_all_atomically
    left = [1, 1]

    def full(*arguments: object) -> None:
        if not left:
            raise SinmunError("the disk is full")
        left.pop()
        write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(batches, "BATCH", 1)
    with monkeypatch.context() as patched:
        patched.setattr(notebooks, "write_all_atomically", full)
        with pytest.raises(SinmunError):
            desk.tag_query("", ["새"])
    assert sum("새" in each for each in tags(desk)) == 2
    assert desk.undo()
    assert tags(desk) == [(), ("둘",), (), ("둘",)] and desk.check() == []


def test_it_is_heard_how_far_it_is_and_stopped_where_asked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was done till then is one step, also when it is taken back and done again in parts."""
    monkeypatch.setattr(batches, "BATCH", 1)
    told: list[tuple[int, int]] = []

    def heard(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 3

    assert desk.tag_query("", ["새"], heard=heard) == 3
    assert told == [(1, 4), (2, 4), (3, 4)]
    assert what(desk.undo()).endswith("×3")
    assert tags(desk) == [(), ("둘",), (), ("둘",)]
    assert what(desk.redo(heard)).endswith("×3")
    assert sum("새" in each for each in tags(desk)) == 3
    assert what(desk.undo(lambda done, total: done < 2)).endswith("×2")
    assert sum("새" in each for each in tags(desk)) == 1
    assert what(desk.redo()).endswith("×2")
    assert sum("새" in each for each in tags(desk)) == 3


def test_others_change_something_between_two_batches(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH", 1)
    thread = ThreadPoolExecutor(1)

    def heard(done: int, total: int) -> bool:
        if done == 2:
            thread.submit(desk.annotate, article(1).id, note="사이에 쓴 것").result(10)
        return True

    assert desk.tag_query("", ["새"], heard=heard) == 4
    assert {note.note for note in desk.annotations(article(1).id)} == {"메모 1", "사이에 쓴 것"}
    assert desk.undo() and desk.undo() and desk.undo()
    assert what(desk.undo()) != "#새", "what came between has parted the step"
    assert desk.check() == []


def test_a_look_does_not_wait_for_a_long_change(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    write = notebooks.write_all_atomically
    thread = ThreadPoolExecutor(1)

    def looked_at(*arguments: object) -> None:
        thread.submit(desk.changed_since, 0).result(10)
        assert thread.submit(desk.counts).result(10).annotations == 4
        write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(notebooks, "write_all_atomically", looked_at)
    assert desk.tag_query("", ["새"]) == 4


def test_many_notes_of_few_articles_are_written_once_an_article(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        desk.annotate(article(1).id, note=f"또 {number}")
    written: list[int] = []
    write = notebooks.write_all_atomically

    def counted(folder: Path, files: dict[str, bytes | None]) -> None:
        written.append(len(files))
        write(folder, files)

    monkeypatch.setattr(notebooks, "write_all_atomically", counted)
    assert desk.tag_query("", ["새"]) == 44
    assert written == [4]
