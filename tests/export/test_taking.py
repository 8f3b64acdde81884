"""Notes that were edited in the files come back into the notebook."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.desk import Desk
from store.export.flavour import LOGSEQ, PLAIN, PLAIN_MARKDOWN, Flavour
from store.export.labels import LABELS
from store.export.note_block import note_block, with_notes, written_notes
from store.model import Annotation, Selector, SinmunError
from tests.samples import article

STAMP = "2025-03-03T00:00:00.000+00:00"
NOTES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=80)
TAGS = st.lists(st.sampled_from(["실적", "생성 AI", "#1", "a*b"]), max_size=3, unique=True)
STATUS = st.sampled_from(["", "accepted", "rejected"])
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
    assert next(iter(desk.export(tmp_path, form=form))).outcome == "kept"
    assert path.read_text().endswith("\n손으로 쓴 글\n")
    assert [taken.outcome for taken in desk.take_notes([tmp_path])] == ["same"]
    desk.undo()
    assert desk.annotations(article(1).id)[0].note == "처음 쓴 메모"


@pytest.mark.parametrize("form", FORMS)
def test_what_changed_on_both_sides_is_in_both_after_an_import(desk: Desk, tmp_path: Path, form: str) -> None:
    saved = desk.annotate(article(1).id, note="처음 쓴 메모\n둘째 줄", tags=["실적"])
    list(desk.export(tmp_path, form=form))
    (path,) = tmp_path.glob("*.md")
    path.write_text(path.read_text().replace("처음 쓴 메모", "고쳐 쓴 메모"))
    desk.annotate(article(1).id, note="그사이에 쓴 메모")
    desk.annotate(article(1).id, annotation_id=saved.id, tags=["실적", "더 볼 것"])
    assert next(iter(desk.export(tmp_path, form=form))).outcome == "left"
    assert "taken" in [taken.outcome for taken in desk.take_notes([tmp_path])]
    assert next(iter(desk.export(tmp_path, form=form))).outcome == "written"
    text = path.read_text()
    assert text.count("고쳐 쓴 메모") == text.count("그사이에 쓴 메모") == 1
    assert "더 볼 것" in text
    assert next(iter(desk.export(tmp_path, form=form))).outcome == "kept"


def test_words_that_a_person_put_into_a_part_stay_until_they_are_gone(desk: Desk, tmp_path: Path) -> None:
    desk.annotate(article(1).id, note="처음 쓴 메모")
    list(desk.export(tmp_path))
    (path,) = tmp_path.glob("*.md")
    edited = path.read_text().replace("처음 쓴 메모", "고쳐 쓴 메모").replace("## 메모", "## 메모\n\n내 말")
    path.write_text(edited)
    desk.take_notes([tmp_path])
    desk.annotate(article(1).id, note="또 하나")
    assert next(iter(desk.export(tmp_path))).outcome == "left"
    assert path.read_text() == edited


def test_a_file_that_nobody_edited_is_never_newer_than_the_notebook(desk: Desk, tmp_path: Path) -> None:
    saved = desk.annotate(article(1).id, note="처음 쓴 메모")
    list(desk.export(tmp_path))
    desk.annotate(article(1).id, annotation_id=saved.id, note="책상에서 고친 메모")
    assert [taken.outcome for taken in desk.take_notes([tmp_path])] == ["same"]
    assert desk.annotations(article(1).id)[0].note == "책상에서 고친 메모"


@pytest.mark.parametrize("to", ["내가 붙인 이름.md", "보관/내가 붙인 이름.md"])
def test_a_file_that_was_renamed_or_moved_is_still_the_articles(desk: Desk, tmp_path: Path, to: str) -> None:
    desk.annotate(article(1).id, note="처음 쓴 메모")
    list(desk.export(tmp_path, form="obsidian"))
    (path,) = tmp_path.glob("*.md")
    moved = tmp_path / to
    moved.parent.mkdir(exist_ok=True)
    path.rename(moved)
    desk.annotate(article(1).id, note="또 하나")
    assert Path(next(iter(desk.export(tmp_path, form="obsidian"))).path) == moved
    assert not path.exists()
    assert "또 하나" in moved.read_text()
    assert desk.take_notes([tmp_path])


def test_a_note_of_another_notebook_is_named_and_left(desk: Desk, tmp_path: Path) -> None:
    desk.annotate(article(1).id, note="메모")
    list(desk.export(tmp_path))
    (path,) = tmp_path.glob("*.md")
    path.write_text(path.read_text().replace("^note-", "^note-f"))
    assert [taken.outcome for taken in desk.take_notes([path])] == ["unknown"]


def test_files_of_no_article_are_passed_by(desk: Desk, tmp_path: Path) -> None:
    desk.annotate(article(1).id, note="메모")
    list(desk.export(tmp_path, form="obsidian"))
    (tmp_path / "인물").mkdir(exist_ok=True)
    (tmp_path / "인물" / "내 글.md").write_text("---\ntype: PS\n---\n> [!note] 메모\n> 내 말\n\n^note-1\n")
    (tmp_path / "README.md").write_text("내 금고\n")
    assert [taken.outcome for taken in desk.take_notes([tmp_path])] == ["same"]


def test_files_that_are_missing_or_no_text_are_refused_by_name(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(SinmunError, match="nowhere"):
        desk.take_notes([tmp_path / "nowhere"])
    (tmp_path / "a.md").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(SinmunError, match=r"a\.md"):
        desk.take_notes([tmp_path])


FLAVOURS = st.sampled_from(
    [flavour._replace(lang=lang) for flavour in (PLAIN_MARKDOWN, PLAIN, LOGSEQ) for lang in LABELS]
)


@settings(max_examples=200)
@given(
    note=NOTES,
    tags=TAGS,
    status=STATUS,
    flavour=FLAVOURS,
)
def test_a_note_that_nobody_edited_is_never_taken_for_edited(
    note: str, tags: list[str], status: str, flavour: Flavour
) -> None:
    made = annotation(note, tuple(tags), status)
    block = note_block(made, flavour)
    written = list(written_notes(f"앞\n\n{block}\n\n뒤\n"))
    assert [one.id for one in written] == ["abc123"]
    assert written == list(written_notes(note_block(made, PLAIN_MARKDOWN) + "\n"))


@settings(max_examples=200)
@given(old=NOTES, new=NOTES, tags=TAGS, status=STATUS, flavour=FLAVOURS)
def test_other_words_in_a_note_are_as_an_export_writes_them(
    old: str, new: str, tags: list[str], status: str, flavour: Flavour
) -> None:
    if not (new or tags or status):
        return
    before, after = (note_block(annotation(note, tuple(tags), status), flavour) + "\n" for note in (old, new))
    assert with_notes(after, {"abc123": old}) == before
