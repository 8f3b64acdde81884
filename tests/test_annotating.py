"""Many annotations changed by one query, as one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.desk import Desk
from store.model import SinmunError
from store.notebook import page as pages
from tests.samples import article


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
    assert (desk.undo() or "").endswith("×4")
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
    write = pages.change_page
    left = [1, 1]

    def full(*arguments: object) -> object:
        if not left:
            raise SinmunError("the disk is full")
        left.pop()
        return write(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(pages, "change_page", full)
        with pytest.raises(SinmunError):
            desk.tag_query("", ["새"])
    assert sum("새" in each for each in tags(desk)) == 2
    assert desk.undo()
    assert tags(desk) == [(), ("둘",), (), ("둘",)] and desk.check() == []
