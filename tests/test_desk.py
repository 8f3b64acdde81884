from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from store.desk import Desk
from store.extract.version import VERSION
from store.model import SinmunError
from tests.samples import article, reading, span

NEWS = """한빛전자, 새 공장 착공

2025-03-02 09:30

한빛전자는 {day}일 세종에서 새 공장을 착공한다고 밝혔다.
정다운 대표는 “적자는 끝났다”고 말했다. 공장은 내년에 문을 연다.
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for day in range(1, 6):
        (folder / f"{day}.txt").write_text(NEWS.format(day=day), encoding="utf-8")
    return folder


def add_sample(desk: Desk, number: int = 1) -> str:
    desk._archive.add([(article(number), b"")])
    desk.keep_reading(reading(article(number), VERSION))
    return article(number).id


def test_articles_are_added_once_and_failures_are_told(home: Path, news: Path) -> None:
    with Desk.open() as desk:
        assert desk.home == home
        first = list(desk.add([str(news), str(news / "missing.txt")]))
        assert [each.outcome for each in first].count("added") == 5
        failed = [each for each in first if each.outcome == "failed"]
        assert {Path(each.source).name for each in failed} == {"missing.txt"}
        assert all(each.reason for each in failed)
        again = list(desk.add([str(news / "1.txt")], stdin=None))
        assert [(each.outcome, each.id) for each in again] == [("known", again[0].id)]
        piped = list(desk.add(["-"], stdin=io.BytesIO(NEWS.format(day=9).encode())))
        assert [each.outcome for each in piped] == ["added"]
        assert desk.counts().total == desk.count() == 6
        assert {headline.title for headline in desk.headlines()} == {"한빛전자, 새 공장 착공"}


def test_the_seeds_are_found_again_by_search(seeds: Path) -> None:
    with Desk.open() as desk:
        added = list(desk.add([str(seeds)]))
        assert {each.outcome for each in added} <= {"added", "known"}
        for each in desk.headlines():
            assert desk.position(each.id) is not None
            assert desk.article(each.id).blocks
        assert desk.check() == [] and desk.notices == []


def test_a_reading_is_kept_for_its_version() -> None:
    with Desk.open() as desk:
        desk._archive.add([(article(1), b""), (article(2), b"")])
        assert desk.unread_by_reader() == [article(2).id, article(1).id]
        desk.keep_reading(reading(article(1), VERSION))
        desk.keep_reading(reading(article(2), "old"))
        assert desk.unread_by_reader() == [article(2).id]
        assert desk.reading(article(2).id) is None
        assert desk.headline(article(1).id).reader == "fast"
        assert desk.count("끝나다") == 2


def test_notes_are_shown_with_their_headlines() -> None:
    with Desk.open() as desk:
        first, second = add_sample(desk, 1), add_sample(desk, 2)
        fact = reading(article(1), VERSION).facts[0]
        on_fact = desk.annotate(first, fact=fact, status="accepted")
        desk.annotate(second, note="둘째", tags=["가"])
        assert [h.notes for h in desk.headlines()] == [1, 1]
        assert desk.headline(first).notes == desk.counts().annotations - 1 == 1
        shown = desk.notes()
        assert [headline.id for _, headline in shown if headline] == [second, first]
        assert desk.annotate(first, fact=fact, note="왜?").id == on_fact.id
        start = len(article(1).title) + 1
        assert desk.place(desk.annotations(first)[0]) == (start, start + len(fact.text))
        assert desk.all_tags() == [("가", 1)]
        desk.remove_annotation(first, on_fact.id)
        assert desk.undo() and desk.annotations(first)[0].note == "왜?"
        assert desk.redo() and desk.annotations(first) == []
        with pytest.raises(SinmunError):
            desk.annotate("ffff", note="x")


def test_notes_outlive_the_archive(home: Path) -> None:
    with Desk.open() as desk:
        desk.annotate(add_sample(desk), note="남는다")
    for path in home.glob("archive.sqlite3*"):
        path.unlink()
    with Desk.open() as desk:
        ((annotation, headline),) = desk.notes()
        assert annotation.note == "남는다" and headline is None
        assert list(desk.export(home / "out")) == []


def test_a_corrected_article_keeps_its_notes_on_their_words() -> None:
    with Desk.open() as desk:
        of = article(1)
        desk._archive.add([(of, b"")])
        note = desk.annotate(of.id, span=span(of, 2, "투자액은 1조2300억여원으로 알려졌다"), note="확인")
        longer = article(1, body="새로 쓴 문단이 앞에 왔다. " + of.blocks[1].text)
        desk._archive.add([(longer, b"")])
        placed = desk.place(note)
        assert placed is not None and longer.text[slice(*placed)] == "투자액은 1조2300억여원으로 알려졌다"
        desk._archive.add([(article(1, body="전혀 다른 이야기"), b"")])
        assert desk.place(note) is not None


def test_export_writes_what_has_notes_or_what_is_asked_for(tmp_path: Path) -> None:
    with Desk.open() as desk:
        first, second = add_sample(desk, 1), add_sample(desk, 2)
        desk.annotate(first, note="메모")
        written = list(desk.export(tmp_path / "a"))
        assert [each.outcome for each in written] == ["written"] and first in written[0].path
        name, text = desk.preview(first)
        assert Path(written[0].path).read_text(encoding="utf-8") == text and name in written[0].path
        asked = list(desk.export(tmp_path / "b", f"id:{second}"))
        assert len(asked) == 1 and second in asked[0].path
        assert [each.outcome for each in desk.export(tmp_path / "a")] == ["kept"]


def test_drafts_survive_a_restart() -> None:
    with Desk.open() as desk:
        desk.keep_draft("article/1", "쓰다 만")
    with Desk.open() as desk:
        assert desk.draft("article/1") == "쓰다 만"
        desk.drop_draft("article/1")
        assert desk.draft("article/1") is None


def test_two_desks_see_each_other(home: Path) -> None:
    with Desk.open() as ours, Desk.open() as theirs:
        mark, _ = ours.changed_since(0)
        identity = add_sample(ours)
        ours.annotate(identity, note="우리")
        mark, changed = ours.changed_since(mark)
        assert not changed
        theirs.annotate(identity, note="저들")
        mark, changed = ours.changed_since(mark)
        assert changed and len(ours.annotations(identity)) == 2 and ours.headline(identity).notes == 2
        theirs.mark_read(identity)
        mark, changed = ours.changed_since(mark)
        assert changed and not ours.headline(identity).unread
        page = home / "notebook" / f"{identity}.json"
        edited = page.read_text(encoding="utf-8").replace("저들", "손으로")
        (home / "notebook" / "new").write_text(edited, encoding="utf-8")
        (home / "notebook" / "new").replace(page)
        mark, changed = ours.changed_since(mark)
        assert changed and "손으로" in {a.note for a in ours.annotations(identity)}
        assert ours.changed_since(mark) == (mark, False)


def test_the_desk_answers_every_thread() -> None:
    with Desk.open() as desk:
        identity = add_sample(desk)

        def work() -> None:
            for number in range(5):
                desk.annotate(identity, note=f"메모 {number}")
                desk.headlines("끝나다")
                desk.changed_since(0)

        with ThreadPoolExecutor(4) as pool:
            for done in [pool.submit(work) for _ in range(4)]:
                done.result()
        assert len(desk.annotations(identity)) == 20


ADDER = """
import sys
from store.desk import Desk
with Desk.open() as desk:
    for added in desk.add([sys.argv[1]]):
        print(added.id, flush=True)
"""


def test_kills_while_adding_leave_no_half_article(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(600):
        (folder / f"{number:03}.txt").write_text(NEWS.format(day=number), encoding="utf-8")
    acknowledged: set[str] = set()
    for kill in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", ADDER, str(folder)], stdout=subprocess.PIPE, text=True, env={**os.environ}
        )
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(20 + 90 * kill)]
        process.kill()
        lines += process.stdout.readlines()
        process.wait()
        acknowledged.update(line.strip() for line in lines if line.endswith("\n"))
    with Desk.open() as desk:
        assert desk.check() == []
        kept = {headline.id for headline in desk.headlines(limit=1000)}
        assert acknowledged and acknowledged <= kept
        outcomes = [added.outcome for added in desk.add([str(folder)])]
        assert outcomes.count("added") == 600 - len(kept) and outcomes.count("known") == len(kept)
        assert desk.count() == desk.count("공장") == 600
        assert desk.check() == []


def test_two_desks_that_add_the_same_keep_nothing_twice(news: Path) -> None:
    outcomes: list[str] = []

    def add() -> None:
        with Desk.open() as desk:
            for _ in range(3):
                outcomes.extend(added.outcome for added in desk.add([str(news)]))

    Desk.open().close()
    threads = [threading.Thread(target=add) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Desk.open() as desk:
        assert desk.count() == outcomes.count("added") == 5
        assert outcomes.count("known") == 3 * 3 * 5 - 5
        assert desk.check() == []


def test_opening_pays_for_no_engine(home: Path) -> None:
    code = """
import sys
from store.desk import Desk
with Desk.open() as desk:
    desk.headlines(); desk.counts(); desk.changed_since(0)
heavy = {"tinydb", "jinja2", "yaml", "rapidfuzz", "filelock", "numpy", "store.ingest", "kiwipiepy"}
print(sorted(heavy & set(sys.modules)))
"""
    Desk.open().close()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
