"""Notes that were edited in the files come back into the notebook."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.desk import Desk
from store.export.flavour import LOGSEQ, PLAIN, PLAIN_MARKDOWN, Flavour
from store.export.note_block import note_block, written_notes
from store.model import Annotation, Selector, SinmunError
from tests.samples import article

STAMP = "2025-03-03T00:00:00.000+00:00"
FORMS = ["markdown", "obsidian", "plain", "logseq"]


@pytest.fixture
def desk(home: Path) -> Desk:
    opened = Desk.open(home)
    opened._archive.add([(article(1), b"")])
    return opened


def annotation(note: str, tags: tuple[str, ...] = (), status: str = "") -> Annotation:
    return Annotation(
        id="abc123", article="1", kind="span", created=STAMP, modified=STAMP,
        note=note, tags=tags, status=status, selector=Selector("말"),  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_an_edited_note_is_taken_in_and_the_file_is_whole_again(
    desk: Desk, tmp_path: Path, form: str
) -> None:
    saved = desk.annotate(article(1).id, note="처음 쓴 메모", tags=["실적"])
    list(desk.export(tmp_path, form=form))
    (path,) = tmp_path.glob("*.md")
    path.write_text(path.read_text().replace("처음 쓴 메모", "고쳐 쓴 메모") + "\n손으로 쓴 글\n")
    (left, *_) = desk.export(tmp_path, form=form)
    assert left.outcome == "left"
    assert [taken.outcome for taken in desk.take_notes([tmp_path])] == ["taken"]
    (now,) = desk.annotations(article(1).id)
    assert (now.id, now.note, now.tags) == (saved.id, "고쳐 쓴 메모", ("실적",))
    assert next(iter(desk.export(tmp_path, form=form))).outcome == "written"
    assert path.read_text().endswith("\n손으로 쓴 글\n")
    assert [taken.outcome for taken in desk.take_notes([tmp_path])] == ["same"]
    desk.undo()
    assert desk.annotations(article(1).id)[0].note == "처음 쓴 메모"


def test_a_note_of_another_notebook_is_named_and_left(desk: Desk, tmp_path: Path) -> None:
    desk.annotate(article(1).id, note="메모")
    list(desk.export(tmp_path))
    (path,) = tmp_path.glob("*.md")
    path.write_text(path.read_text().replace("^note-", "^note-f"))
    assert [taken.outcome for taken in desk.take_notes([path])] == ["unknown"]


def test_files_that_are_missing_or_no_text_are_refused_by_name(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(SinmunError, match="nowhere"):
        desk.take_notes([tmp_path / "nowhere"])
    (tmp_path / "a.md").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(SinmunError, match=r"a\.md"):
        desk.take_notes([tmp_path])


@settings(max_examples=200)
@given(
    note=st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=80),
    tags=st.lists(st.sampled_from(["실적", "생성 AI", "#1", "a*b"]), max_size=3, unique=True),
    status=st.sampled_from(["", "accepted", "rejected"]),
    flavour=st.sampled_from([PLAIN_MARKDOWN, PLAIN, LOGSEQ]),
)
def test_a_note_that_nobody_edited_is_never_taken_for_edited(
    note: str, tags: list[str], status: str, flavour: Flavour
) -> None:
    made = annotation(note, tuple(tags), status)
    block = note_block(made, flavour)
    written = list(written_notes(f"앞\n\n{block}\n\n뒤\n"))
    assert [one.id for one in written] == ["abc123"]
    assert written == list(written_notes(note_block(made, PLAIN_MARKDOWN) + "\n"))
