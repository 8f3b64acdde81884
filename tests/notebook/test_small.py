"""Tags, drafts and the journal."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from store.model import Annotation
from store.notebook import journal as journals
from store.notebook.drafts import Drafts
from store.notebook.journal import Change, Journal, Step
from store.notebook.tags import normalize_tags


def change(number: int, size: int = 1) -> Change:
    note = f"{number} " + "x" * size
    return Change(
        None, Annotation(id=str(number), article="a", kind="article", created="", modified="", note=note)
    )


def test_tags_are_kept_once_and_clean() -> None:
    given_tags = [
        "#경제",
        " 경제 ",
        "생성 AI",
        "생성ai",
        "\u1100\u1161",
        "가",
        "a\x1b[31mb",
        "\u200b",
        "",
        "#",
        "긴" * 300,
    ]
    assert normalize_tags(given_tags) == ("경제", "생성 AI", "가", "a[31mb", "긴" * 100)


@given(st.lists(st.text()))
def test_normalized_tags_stay_as_they_are(tags: list[str]) -> None:
    once = normalize_tags(tags)
    assert normalize_tags(once) == once


def test_drafts_have_names_of_their_own(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    assert drafts.get("../../x") is None
    drafts.drop("../../x")
    drafts.keep("../../x", "쓰다 만 글\n둘째 줄")
    drafts.keep("other", "\ud800")
    assert drafts.get("../../x") == "쓰다 만 글\n둘째 줄"
    assert {path.parent for path in tmp_path.rglob("*.txt")} == {tmp_path / "drafts"}
    drafts.drop("../../x")
    assert drafts.get("../../x") is None


def test_a_line_that_was_cut_off_costs_one_undo(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = Journal(path)
    assert journal.done() is None and journal.undone() is None
    journal.append(change(1))
    with path.open("ab") as stream:
        stream.write(b'{"before": null, "aft')
    journal.append(change(2))
    assert journal.done() == change(2)
    journal.append(Step("undo"))
    assert (journal.done(), journal.undone()) == (change(1), change(2))
    journal.append(Step("redo"))
    assert (journal.done(), journal.undone()) == (change(2), None)


def test_a_grown_journal_forgets_what_is_oldest(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = Journal(path)
    size = journals.MAX_BYTES // 20
    for number in range(19):
        journal.append(change(number, size))
    journal.append(Step("undo"))
    journal.append(Step("undo"))
    before = path.stat().st_size
    journal.append(Step("undo"))
    assert path.stat().st_size == before + len(b'{"step":"undo"}\n')
    journal.append(Step("redo"))
    for number in range(30, 33):
        journal.append(change(number, size))
    assert path.stat().st_size < journals.MAX_BYTES
    assert journal.done() == change(32, size)
