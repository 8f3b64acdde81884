"""Notes that lost their place: what is offered, and that the reader puts them back with undo."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.desk import Desk
from store.model import Article, Block, Selector, SinmunError, Span
from store.notebook.anchors import selector_at
from store.notebook.orphans import candidates
from tests.samples import what

OLD = "도청은 5일 강에 새 다리를 놓는다고 밝혔다."
NEW = "도청은 오는 9월 강 하구에 다리 두 개를 새로 놓기로 했다."
ARTICLE = Article(
    id="bridge",
    source="bridge.txt",
    blocks=(
        Block("다리 소식", "title"),
        Block(OLD, "paragraph"),
        Block("주민들은 반겼다. 공사는 3년 걸린다.", "paragraph"),
    ),
)
CORRECTED = msgspec.structs.replace(
    ARTICLE, blocks=(ARTICLE.blocks[0], Block(NEW, "paragraph"), ARTICLE.blocks[2])
)


@pytest.fixture
def desk(home: Path) -> Desk:
    desk = Desk(home)
    desk._archive.add([(ARTICLE, b"")])
    desk.annotate("bridge", span=Span(OLD, 1, 0, len(OLD)), note="언제 놓나")
    desk._archive.add([(CORRECTED, b"")])
    return desk


def test_an_orphan_is_offered_the_words_most_like_its_own(desk: Desk) -> None:
    (orphan,) = desk.orphans("bridge")
    assert (orphan.quote, orphan.annotation.note) == (OLD, "언제 놓나")
    assert orphan.candidates[0].text == NEW
    scores = [each.score for each in orphan.candidates]
    assert scores == sorted(scores, reverse=True) and all(0 < score <= 1 for score in scores)


def test_orphans_are_found_by_a_query(desk: Desk) -> None:
    kept = desk.annotate("bridge", note="기사 전체", tags=["다리"])
    assert [headline.id for headline in desk.headlines("is:orphan")] == ["bridge"]
    assert [note.note for note, _ in desk.notes("is:orphan")] == ["언제 놓나"]
    assert [note.id for note, _ in desk.notes("-is:orphan")] == [kept.id]
    assert desk.bulk.keys("자리:잃음 태그:다리") == []
    desk._archive.add([(ARTICLE, b"")])
    assert list(desk.notes("is:orphan")) == [] == desk.headlines("is:orphan")
    desk._archive.add([(CORRECTED, b"")])
    (orphan,) = desk.orphans("bridge")
    place = orphan.candidates[0]
    desk.reanchor("bridge", orphan.annotation.id, place.start, place.end)
    assert desk.headlines("is:orphan") == []
    desk.undo()
    assert desk.count("is:orphan") == 1


def test_a_note_whose_article_is_gone_is_an_orphan(desk: Desk) -> None:
    known = desk.annotations("bridge")[0]
    desk._notebook.save(msgspec.structs.replace(known, id="far", article="gone"), None)
    assert {key[0] for key in desk.bulk.keys("is:orphan")} == {"bridge", "gone"}
    assert desk.count("is:orphan") == 1


def test_a_placed_orphan_stays_and_is_taken_back_by_undo(desk: Desk, home: Path) -> None:
    (orphan,) = desk.orphans("bridge")
    start = CORRECTED.text.index(NEW)
    placed = desk.reanchor("bridge", orphan.annotation.id, start, start + len(NEW))
    assert desk.orphans("bridge") == []
    assert (placed.id, placed.note, placed.kind) == (orphan.annotation.id, "언제 놓나", "span")
    assert desk.place(placed) == (start, start + len(NEW))
    desk.close()
    with Desk(home) as again:
        assert again.annotations("bridge") == [placed]
        assert OLD in what(again.undo())
        assert [each.quote for each in again.orphans("bridge")] == [OLD]
        assert again.redo() and again.annotations("bridge") == [placed]


def test_a_place_or_an_annotation_that_is_not_there_is_refused(desk: Desk) -> None:
    (orphan,) = desk.orphans("bridge")
    for start, end in ((-1, 3), (3, 3), (0, 10**6)):
        with pytest.raises(SinmunError, match="no place"):
            desk.reanchor("bridge", orphan.annotation.id, start, end)
    with pytest.raises(SinmunError, match="no annotation"):
        desk.reanchor("bridge", "nowhere", 0, 3)


@given(st.builds(Selector, st.text(), st.text(), st.text(), st.integers(), st.integers()), st.text())
def test_candidates_of_any_selector_are_places_of_the_text(selector: Selector, text: str) -> None:
    found = candidates(selector, text)
    assert len(found) <= 3
    for each in found:
        assert 0 <= each.start < each.end <= len(text) and text[each.start : each.end] == each.text
        assert 0 <= each.score <= 1


def test_every_exact_place_of_doubled_words_is_offered() -> None:
    text = "앞 문장이다. 값은 3원이다. 사이 문장이다. 값은 3원이다."
    selector = selector_at("값은 3원이다.", 0, 8)
    assert [each.text for each in candidates(selector, text)][:2] == ["값은 3원이다."] * 2
