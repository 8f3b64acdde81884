"""Many annotations at once: listed by keys, changed as one step, taken back as one."""

from __future__ import annotations

import pytest

from store.desk import Desk
from store.model import SinmunError, Span
from tests.tui.articles import ARTICLES, HANBIT, NURI, reading_of
from tui.cli import main

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def desk(home: object) -> Desk:
    """The articles of the screen tests, with five annotations."""
    desk = Desk.open()
    desk._archive.add([(article, b"") for article in ARTICLES])
    for article in ARTICLES:
        desk.keep_reading(reading_of(article))
    facts = reading_of(HANBIT).facts
    desk.annotate(HANBIT.id, fact=facts[0], note="되짚기", tags=["실적"])
    desk.annotate(HANBIT.id, fact=facts[3], status="accepted")
    desk.annotate(HANBIT.id, fact=facts[4], status="edited", note="19%")
    desk.annotate(NURI.id, tags=["AI", "공장"])
    desk.annotate(NURI.id, note="둘째", tags=["생성 ai"])
    return desk


def test_keys_are_listed_latest_first_and_rows_come_by_key(desk: Desk) -> None:
    keys = desk.bulk.keys()
    assert keys == [(note.article, note.id) for note, _ in desk.notes()]
    rows = desk.bulk.rows(keys)
    assert [row and row.headline and row.headline.id for row in rows] == [key[0] for key in keys]
    assert desk.bulk.keys("tag:실적") == [keys[-1]]
    desk.bulk.remove([keys[0]])
    assert desk.bulk.rows(keys)[0] is None


def test_notes_are_counted_apart_from_verdicts_and_tags(desk: Desk) -> None:
    counts = desk.counts()
    assert (counts.annotations, counts.notes) == (5, 2)


def test_what_is_done_to_many_is_one_step(desk: Desk) -> None:
    keys = desk.bulk.keys()
    assert desk.bulk.tag(keys, ["모두"], ["실적"]) == 5
    assert desk.bulk.judge(keys, "rejected") == 5
    assert desk.bulk.remove(keys) == 5
    assert desk.bulk.keys() == []
    desk.undo()
    assert {note.status for note, _ in desk.notes()} == {"rejected"}
    desk.undo()
    assert sorted(note.status for note, _ in desk.notes()) == ["", "", "", "accepted", "edited"]
    desk.undo()
    assert dict(desk.all_tags()) == {"실적": 1, "AI": 1, "공장": 1, "생성 ai": 1}


def test_a_tag_is_renamed_everywhere_and_merged_with_one_in_use(desk: Desk) -> None:
    desk.bulk.tag(desk.bulk.keys("tag:AI"), ["생성AI"])
    assert desk.bulk.rename_tag("#생성AI", "ai") == 2
    assert dict(desk.all_tags()) == {"실적": 1, "ai": 2, "공장": 1}
    desk.undo()
    assert ("공장", 1) in desk.all_tags()
    with pytest.raises(SinmunError, match="no annotation has the tag '없음'"):
        desk.bulk.rename_tag("없음", "있음")
    with pytest.raises(SinmunError, match="needs a name"):
        desk.bulk.rename_tag("실적", " # ")


def test_the_facts_that_a_query_asks_for_are_found_and_changed_as_one(desk: Desk) -> None:
    found = desk.bulk.found("kind:statistic org:한빛전자")
    assert found.articles == [HANBIT.id]
    assert found.facts == [(HANBIT.id, "s1"), (HANBIT.id, "s2"), (HANBIT.id, "s3")]
    assert found.telling == 1
    assert desk.bulk.found("공장").facts == []
    assert desk.bulk.tag_facts(found.facts, ["확인할것"], ["실적"]) == 3
    assert desk.bulk.judge_facts(found.facts, "accepted") == 2, "one was accepted before"
    assert [(note.fact, note.status) for note, _ in desk.notes("tag:확인할것")] != []
    desk.undo()
    desk.undo()
    assert desk.notes("tag:확인할것") == []
    assert len(list(desk.notes())) == 5


def test_an_orphan_is_told(desk: Desk) -> None:
    words = HANBIT.blocks[6].text
    kept = desk.annotate(HANBIT.id, span=Span(words, 6, 0, len(words)), note="칩")
    assert not desk.bulk.is_orphan(kept)
    lost = kept.selector and kept.selector.__class__("어디에도 없는 글", "", "", 3, 9)
    import msgspec

    assert desk.bulk.is_orphan(msgspec.structs.replace(kept, selector=lost))
    assert desk.bulk.is_orphan(msgspec.structs.replace(kept, article="00ff"))


def test_fields_are_completed_from_what_there_is(desk: Desk) -> None:
    assert desk.completions("person", "서") == ["서지훈"]
    assert desk.completions("speaker", "서지") == ["서지훈"]
    assert desk.completions("org", "누리") == ["누리반도체"]
    assert desk.completions("tag", "a") == ["AI"]
    assert desk.completions("source", "가람") == ["가람일보"]
    assert desk.completions("org", "") == desk.completions("date", "2") == []
    desk.save_shelf("칩", "반도체")
    assert desk.completions("shelf", "") == ["칩"]


def test_the_commands_rename_and_list_tags(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", "retag", "AI", "생성AI"]) == 0
    assert capsys.readouterr().err == "sinmun: 1 changed\n"
    assert main(["notes", "tags"]) == 0
    assert "2  생성" in capsys.readouterr().out
    assert main(["notes", "retag", "없음", "있음"]) == 1
    assert "`sinmun notes tags` lists them" in capsys.readouterr().err


def test_the_commands_change_the_facts_that_a_query_asks_for(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["notes", "tag", "kind:statistic", "수치", "--facts"]) == 0
    assert capsys.readouterr().err == "sinmun: 3 facts in 1 articles\nsinmun: 3 changed\n"
    assert main(["notes", "judge", "speaker:서지훈", "rejected", "--facts"]) == 0
    assert capsys.readouterr().err.endswith("sinmun: 2 changed\n")
    assert main(["notes", "tag", "공장", "수치", "--facts"]) == 1
    assert "asks for no facts" in capsys.readouterr().err
    assert dict(desk.all_tags())["수치"] == 3


def test_no_hits_is_told_apart_from_no_notes(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", "tag:없음"]) == 0
    assert "no note is found by this query, of 5 in all" in capsys.readouterr().err
    desk.bulk.remove(desk.bulk.keys())
    assert main(["notes", "tag:없음"]) == 0
    assert "write one at the desk" in capsys.readouterr().err
