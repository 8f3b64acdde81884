from __future__ import annotations

import json
import multiprocessing
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec
import pytest

from store.files import TEMPORARY
from store.model import SinmunError
from store.notebook.compose import compose
from store.notebook.notebook import Notebook
from tests.samples import article, note, reading, span

PAGE = f"{article(1).id}.json"


def test_a_note_comes_back_after_a_restart(home: Path) -> None:
    first = Notebook(home)
    saved = note(tags=["경제"], status="accepted", span=span(article(1), 1, "흑자"))
    first.save(saved, article(1))
    first.close()
    again = Notebook(home)
    assert again.annotations(article(1).id) == [saved]
    assert again.index.tags() == [("경제", 1)]
    assert again.index.count() == 1
    assert again.notices == []
    page = json.loads((home / "notebook" / PAGE).read_text(encoding="utf-8"))
    assert page["about"]["1"]["title"] == article(1).title
    assert page["format"]["1"]["version"] == 1
    again.close()


def test_the_last_annotation_takes_its_page_with_it(home: Path) -> None:
    notebook = Notebook(home)
    saved = note()
    notebook.save(saved, article(1))
    notebook.remove(article(1).id, saved.id)
    assert notebook.annotations(article(1).id) == []
    assert list((home / "notebook").iterdir()) == []
    with pytest.raises(SinmunError, match="no annotation"):
        notebook.remove(article(1).id, saved.id)
    notebook.save(saved)
    notebook.save(msgspec.structs.replace(saved, note=""))
    assert notebook.index.count() == 0
    notebook.close()


def test_undo_and_redo_survive_a_restart(home: Path) -> None:
    notebook = Notebook(home)
    first = note()
    second = msgspec.structs.replace(first, note="고친 메모")
    notebook.save(first)
    notebook.save(second)
    notebook.remove(first.article, first.id)
    notebook.close()
    notebook = Notebook(home)
    for left in ([second], [first], []):
        assert notebook.undo() is not None
        assert notebook.annotations(first.article) == left
    assert notebook.undo() is None
    notebook.close()
    notebook = Notebook(home)
    for left in ([first], [second], []):
        assert notebook.redo() is not None
        assert notebook.annotations(first.article) == left
    assert notebook.redo() is None
    notebook.undo()
    notebook.save(note(2))
    assert notebook.redo() is None
    notebook.close()


def test_undo_leaves_what_was_changed_by_hand(home: Path) -> None:
    notebook = Notebook(home)
    notebook.save(note())
    path = home / "notebook" / PAGE
    path.write_text(path.read_text(encoding="utf-8").replace("메모", "손으로 고침"), encoding="utf-8")
    with pytest.raises(SinmunError, match="by hand"):
        notebook.undo()
    assert notebook.annotations(article(1).id)[0].note == "손으로 고침"
    assert notebook.undo() is None
    notebook.close()


def test_a_page_edited_by_hand_while_open_is_read_again_and_not_overwritten(home: Path) -> None:
    notebook = Notebook(home)
    notebook.save(note())
    path = home / "notebook" / PAGE
    path.write_text(path.read_text(encoding="utf-8").replace('"메모"', '"손으로"'), encoding="utf-8")
    notebook.save(note(note="둘째"))
    assert sorted(a.note for a in notebook.annotations(article(1).id)) == ["둘째", "손으로"]
    path.unlink()
    assert notebook.annotations(article(1).id) == []
    assert notebook.synchronize() is False or notebook.index.count() == 0
    notebook.close()


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[1, 2]",
        '{"annotations": {"1": 5}}',
        '{"annotations": {"x": {}}}',
        '{"annotations": {"1": {}}}',
        "[" * 100_000,
    ],
)
def test_a_damaged_page_is_set_aside_and_the_rest_opened(home: Path, damage: str) -> None:
    notebook = Notebook(home)
    for number in (1, 2):
        notebook.save(note(number))
    notebook.close()
    (home / "notebook" / PAGE).write_text(damage, encoding="utf-8")
    (home / "notebook" / f"{TEMPORARY}left").touch()
    notebook = Notebook(home)
    assert notebook.annotations(article(1).id) == []
    assert len(notebook.annotations(article(2).id)) == 1
    assert notebook.index.count() == 1
    (aside,) = (home / "notebook").glob(f"{PAGE}.damaged-*")
    assert aside.read_text(encoding="utf-8") == damage
    assert aside.name in notebook.notices[0]
    notebook.save(note(1))
    assert len(notebook.annotations(article(1).id)) == 1
    assert {path.name for path in (home / "notebook").iterdir()} == {
        PAGE,
        f"{article(2).id}.json",
        aside.name,
    }
    notebook.close()


def test_a_page_may_be_copied_and_pasted_by_hand(home: Path) -> None:
    notebook = Notebook(home)
    notebook.save(note(1))
    path = home / "notebook" / PAGE
    page = json.loads(path.read_text(encoding="utf-8"))
    page["annotations"]["7"] = {**page["annotations"]["1"], "note": "베낀 메모"}
    path.write_text(json.dumps(page), encoding="utf-8")
    path.with_name(f"{article(2).id}.json").write_text(json.dumps(page), encoding="utf-8")
    for number in (1, 2):
        (only,) = notebook.annotations(article(number).id)
        assert (only.note, only.article) == ("베낀 메모", article(number).id)
    notebook.close()


def test_a_folder_that_was_taken_away_is_made_again(home: Path) -> None:
    notebook = Notebook(home)
    notebook.save(note(1))
    shutil.rmtree(home / "notebook")
    assert notebook.annotations(article(1).id) == []
    notebook.save(note(2))
    notebook.synchronize()
    assert notebook.index.count() == 1
    notebook.close()


def test_a_newer_page_is_refused_and_not_touched(home: Path) -> None:
    notebook = Notebook(home)
    notebook.save(note(2))
    path = home / "notebook" / PAGE
    text = '{"format": {"1": {"version": 99}}, "annotations": {"1": {"new": true}}}'
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SinmunError, match="newer sinmun"):
        notebook.save(note(1))
    assert path.read_text(encoding="utf-8") == text
    notebook.close()
    notebook = Notebook(home)
    assert any("newer sinmun" in notice for notice in notebook.notices)
    assert len(notebook.annotations(article(2).id)) == 1
    notebook.close()


def test_a_lost_index_is_made_again(home: Path) -> None:
    notebook = Notebook(home)
    notebook.save(note(1, tags=["가"]))
    notebook.save(note(2, tags=["가", "나"]))
    notebook.close()
    for path in home.glob("notebook.sqlite3*"):
        path.unlink()
    notebook = Notebook(home)
    assert notebook.index.tags() == [("가", 2), ("나", 1)]
    assert notebook.check() == []
    notebook.close()


def test_no_id_is_a_path(home: Path) -> None:
    notebook = Notebook(home)
    for hostile in ("../x", "/etc/passwd", "", "a/b", "a.json", "x" * 200, "가"):
        with pytest.raises(SinmunError, match="no id"):
            notebook.annotations(hostile)
    notebook.close()


def test_a_place_that_can_not_be_written_is_explained_and_the_old_page_stands(home: Path) -> None:
    code = f"""
import resource, signal, sys
from pathlib import Path
from store.model import SinmunError
from store.notebook.notebook import Notebook
from tests.samples import note
notebook = Notebook(Path({str(home)!r}))
notebook.save(note())
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
try:
    notebook.save(note(note="x" * 200_000))
except SinmunError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert PAGE in done.stdout
    notebook = Notebook(home)
    assert [a.note for a in notebook.annotations(article(1).id)] == ["메모"]
    notebook.close()


def test_two_notebooks_see_each_others_notes(home: Path) -> None:
    ours, theirs = Notebook(home), Notebook(home)
    mark = ours.foreign()
    ours.save(note(1))
    assert ours.foreign() == mark
    theirs.save(note(1))
    assert ours.foreign() != mark
    assert len(ours.annotations(article(1).id)) == len(theirs.annotations(article(1).id)) == 2
    ours.close()
    theirs.close()


def _write_notes(home: Path, count: int) -> None:
    notebook = Notebook(home)

    def write(number: int) -> None:
        for _ in range(count):
            notebook.save(note(number % 3))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    notebook.close()


def test_two_processes_and_four_threads_lose_nothing(home: Path) -> None:
    Notebook(home).close()
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_write_notes, args=(home, 12)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    notebook = Notebook(home)
    assert sum(len(notebook.annotations(article(number).id)) for number in range(3)) == 2 * 4 * 12
    assert notebook.index.count() == 2 * 4 * 12
    notebook.close()


WRITER = """
import sys
from pathlib import Path
from store.notebook.notebook import Notebook
from tests.samples import note
notebook = Notebook(Path(sys.argv[1]))
number = 0
while True:
    saved = note(number % 4)
    notebook.save(saved)
    print(saved.article, saved.id, flush=True)
    number += 1
"""


def test_twenty_kills_lose_no_acknowledged_note(home: Path) -> None:
    acknowledged: list[tuple[str, str]] = []
    for kill in range(20):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(home)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(1 + kill % 5)]
        # A moment inside of the next save, another each time.
        deadline = time.perf_counter() + 0.0007 * kill
        while time.perf_counter() < deadline:
            pass
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
        process.wait()
        acknowledged += [(line.split()[0], line.split()[1]) for line in lines if line.endswith("\n")]
    notebook = Notebook(home)
    found = {(a.article, a.id) for number in range(4) for a in notebook.annotations(article(number).id)}
    assert len(acknowledged) >= 40
    assert [each for each in acknowledged if each not in found] == []
    assert notebook.notices == [] and notebook.check() == []
    assert notebook.index.count() == len(found)
    assert notebook.undo() is not None
    notebook.close()


def test_compose_changes_what_is_already_there() -> None:
    of = article(1)
    fact = reading(of, "1").facts[1]
    first = compose(of, [], fact=fact, status="accepted")
    assert (first.kind, first.fact, first.fact_kind) == ("fact", fact.id, "statistic")
    assert first.selector is not None and first.selector.exact == fact.text
    second = compose(of, [first], fact=fact, note="맞나\r\n확인  ", tags=["#가 ", "가", "나"])
    assert (second.id, second.status, second.note, second.tags) == (
        first.id,
        "accepted",
        "맞나\n확인",
        ("가", "나"),
    )
    assert compose(of, [second], fact=fact) == second
    words = compose(of, [first], span=span(of, 1, "흑자"), note="a")
    assert compose(of, [first, words], span=span(of, 1, "흑자"), note="b").id == words.id
    assert compose(of, [first, words], note="c").id not in (first.id, words.id)
    assert compose(of, [first, words], annotation_id=words.id, note="\ud800").note == "?"
