"""Corrections of names: what they change in a reading, and how they are kept, undone and shared."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.corrections import Correction, CorrectionKind, corrected, name_now, names_meant
from store.desk import Desk
from store.extract.version import VERSION
from store.model import (
    Article,
    Block,
    Entity,
    Event,
    Quotation,
    Reading,
    RoleFact,
    SinmunError,
    Span,
    Speaker,
)
from tests.samples import article, reading, what
from tests.samples import span as span_of

LINES = (
    "서윤재 대표와 도한빛 사장이 만났다.",
    "서 대표는 “함께 가자”고 말했다.",
    "도한빛은 “좋다”고 답했다.",
)
NEWS = Article(id="0a", source="a", blocks=tuple(Block(line, "paragraph") for line in LINES))


def place(block: int, text: str) -> Span:
    return span_of(NEWS, block, text)


def said(block: int, name: str, entity: str | None) -> Quotation:
    return Quotation(
        LINES[block], block, 0, len(LINES[block]), id=f"q{block}", speaker=Speaker(name, entity, "explicit")
    )


READING = Reading(
    article="0a",
    reader="fast",
    version="1",
    entities=(
        Entity(
            id="e1",
            name="서윤재",
            type="PS",
            aliases=("서 대표",),
            mentions=(place(0, "서윤재"), place(1, "서 대표")),
        ),
        Entity(id="e2", name="도한빛", type="OG", mentions=(place(0, "도한빛"), place(2, "도한빛"))),
    ),
    facts=(
        said(1, "서윤재", "e1"),
        said(2, "도한빛", "e2"),
        Event(LINES[0], 0, 0, 21, verb="만나다", participants=("서윤재", "도한빛")),
        RoleFact("서윤재 대표", 0, 0, 6, person="서윤재", title="대표", organization="도한빛"),
    ),
)


def make(kind: CorrectionKind, name: str, other: str = "", **fields: str) -> Correction:
    return msgspec.convert({"id": "c", "kind": kind, "name": name, "other": other, **fields}, Correction)


def shape(of: Reading) -> list[tuple[str, str, list[str]]]:
    return [(e.name, e.type, [mention.text for mention in e.mentions]) for e in of.entities]


def test_without_corrections_nothing_changes() -> None:
    assert corrected(READING, ()) is READING
    assert corrected(READING, [make("merge", "모르는 이", "서윤재")]) is READING


def test_a_merge_makes_one_of_two() -> None:
    (whole,) = corrected(READING, [make("merge", "도한빛", "서윤재")]).entities
    assert (whole.id, whole.name, whole.type) == ("e1", "서윤재", "PS")
    assert set(whole.aliases) == {"서 대표", "도한빛"}
    assert [mention.text for mention in whole.mentions] == ["서윤재", "도한빛", "서 대표", "도한빛"]


def test_facts_follow_the_names() -> None:
    first, second, event, role = corrected(READING, [make("merge", "도한빛", "서윤재")]).facts
    assert isinstance(first, Quotation) and isinstance(second, Quotation)
    assert first.speaker == second.speaker == Speaker("서윤재", "e1", "explicit")
    assert isinstance(event, Event) and event.participants == ("서윤재",)
    assert isinstance(role, RoleFact) and role.organization == "서윤재"
    assert [fact.id for fact in READING.facts] == [first.id, second.id, event.id, role.id]


def test_a_name_that_is_not_there_yet_is_a_new_name() -> None:
    changed = corrected(READING, [make("rename", "서윤재", "서윤제")])
    assert shape(changed)[0][0] == "서윤제"
    assert changed.entities[0].aliases == ("서윤재", "서 대표")
    assert changed.facts[0].speaker == Speaker("서윤제", "e1", "explicit")  # type: ignore[union-attr]
    spaced = corrected(READING, [make("rename", "도한빛", "도 한빛")])
    assert shape(spaced)[1][0] == "도 한빛"


def test_a_type_is_corrected_and_namesakes_become_one() -> None:
    assert shape(corrected(READING, [make("retype", "도한빛", type="PS")]))[1][1] == "PS"
    twin = msgspec.structs.replace(READING.entities[1], id="e3", type="LC", mentions=(place(2, "도한빛"),))
    two = msgspec.structs.replace(READING, entities=(*READING.entities, twin))
    assert shape(corrected(two, [make("retype", "도한빛", type="PS")])) == [
        ("서윤재", "PS", ["서윤재", "서 대표"]),
        ("도한빛", "PS", ["도한빛", "도한빛"]),
    ]


def test_a_split_takes_a_form_and_what_it_says_away() -> None:
    parted = corrected(READING, [make("split", "서윤재", "서 대표")])
    assert shape(parted)[:2] == [("서윤재", "PS", ["서윤재"]), ("서 대표", "PS", ["서 대표"])]
    first, _, _, role = parted.facts
    assert isinstance(first, Quotation) and first.speaker.name == "서 대표"
    assert first.speaker.entity == parted.entities[1].id
    assert isinstance(role, RoleFact) and role.person == "서윤재"


def test_corrections_build_on_each_other() -> None:
    chain = [
        make("rename", "도한빛", "한빛"),
        make("merge", "한빛", "서윤재"),
        make("retype", "서윤재", type="OG"),
    ]
    assert shape(corrected(READING, chain)) == [("서윤재", "OG", ["서윤재", "도한빛", "서 대표", "도한빛"])]
    assert name_now("도한빛", chain) == "서윤재"
    assert set(names_meant("서윤재", chain)) == {"서윤재", "한빛", "도한빛"}


NAMES = st.sampled_from(["서윤재", "도한빛", "서 대표", "한빛", "", "이름"])


@given(st.lists(st.tuples(st.sampled_from(["merge", "rename", "retype", "split"]), NAMES, NAMES), max_size=6))
def test_no_mention_is_lost_and_every_id_is_known(asked: list[tuple[CorrectionKind, str, str]]) -> None:
    steps = [
        make(kind, name, other, **({"type": "EV"} if kind == "retype" else {})) for kind, name, other in asked
    ]
    after = corrected(READING, steps)
    mentions = [mention for entity in after.entities for mention in entity.mentions]
    assert sorted(map(str, mentions)) == sorted(str(m) for e in READING.entities for m in e.mentions)
    ids = [entity.id for entity in after.entities]
    assert len(ids) == len(set(ids))
    for fact in after.facts:
        assert not isinstance(fact, Quotation) or fact.speaker.entity in ids
    assert [(fact.id, fact.text) for fact in after.facts] == [(fact.id, fact.text) for fact in READING.facts]


def test_a_correction_is_made_undone_and_done_again_also_after_a_restart(home: Path) -> None:
    with Desk.open() as desk:
        first = add(desk, 1)
        desk.correct("rename", "정다운", "정다온")
        assert names(desk, first) == ["정다온", "한빛전자"]
        later = add(desk, 2)
        assert names(desk, later) == ["정다온", "한빛전자"]
        assert "정다온" in desk.preview(first)[1]
    with Desk.open() as desk:
        assert names(desk, first) == ["정다온", "한빛전자"]
        desk.annotate(first, note="메모")
        assert what(desk.undo()) == "메모"
        assert what(desk.undo()) == "정다운 → 정다온"
        assert names(desk, first) == ["정다운", "한빛전자"] and desk.corrections() == ()
        assert what(desk.redo()) == "정다운 → 정다온"
        assert names(desk, first) == ["정다온", "한빛전자"]
        assert what(desk.redo()) == "메모" and len(desk.annotations(first)) == 1
    kept = json.loads((home / "notebook" / "_corrections.json").read_text(encoding="utf-8"))
    assert kept["corrections"]["1"]["other"] == "정다온"
    with Desk.open() as desk:
        assert desk.notices == [] and desk.check() == []


def test_a_correction_is_seen_by_the_other_desk() -> None:
    with Desk.open() as ours, Desk.open() as theirs:
        first = add(ours, 1)
        mark, _ = ours.changed_since(0)
        theirs.correct("retype", "정다운", type="OG")
        mark, changed = ours.changed_since(mark)
        assert changed
        reading_now = ours.reading(first)
        assert reading_now is not None and reading_now.entities[0].type == "OG"
        ours.correct("merge", "HBE", "한빛전자")
        assert len(theirs.corrections()) == 2
        assert ours.changed_since(mark) == (mark, False)
        ours.remove_correction(ours.corrections()[0].id)
        assert len(theirs.corrections()) == 1


def test_what_says_nothing_is_refused() -> None:
    with Desk.open() as desk:
        for wrong in (
            ("merge", "가", "가"),
            ("rename", "가", "가"),
            ("split", "가", " "),
            ("merge", "", "나"),
            ("retype", "가", ""),
        ):
            with pytest.raises(SinmunError):
                desk.correct(*wrong)  # type: ignore[arg-type]
        with pytest.raises(SinmunError):
            desk.remove_correction("ffff")
        assert desk.corrections() == ()


def test_a_damaged_file_is_set_aside_and_a_newer_one_left(home: Path) -> None:
    (home / "notebook").mkdir(parents=True)
    file = home / "notebook" / "_corrections.json"
    file.write_text("{", encoding="utf-8")
    with Desk.open() as desk:
        assert desk.corrections() == () and "set aside" in desk.notices[0]
        desk.correct("rename", "가", "나")
    newer = file.read_text(encoding="utf-8").replace('"version": 1', '"version": 9')
    file.write_text(newer, encoding="utf-8")
    with Desk.open() as desk:
        first = add(desk, 1)
        assert names(desk, first) == ["정다운", "한빛전자"]
        assert "newer sinmun" in desk.notices[0] and len(desk.notices) == 1
        with pytest.raises(SinmunError, match="newer sinmun"):
            desk.correct("rename", "다", "라")
    assert file.read_text(encoding="utf-8") == newer


def add(desk: Desk, number: int) -> str:
    desk._archive.add([(article(number), b"")])
    desk.keep_reading(reading(article(number), VERSION))
    return article(number).id


def names(desk: Desk, article_id: str) -> list[str]:
    found = desk.reading(article_id)
    assert found is not None
    return [entity.name for entity in found.entities]
