"""Sittings, each from an empty archive to a Markdown file, with the presses that they take.

The presses are bounds: a change that makes a task longer must say so here.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.tui.sitting import Sitting, sitting

SEEDS = Path(__file__).parents[2] / "seeds"


def add(desk: Sitting, name: str) -> None:
    """Fill an empty archive with a sample, or with some."""
    desk.see("아직 기사가 없습니다")
    desk.press("+")
    desk.see("기사 더하기")
    desk.type(str(SEEDS / name))
    desk.press("enter")
    desk.see("더함")


def take_away(desk: Sitting, home: Path) -> str:
    """Export, leave, and give what was written."""
    desk.press("E")
    desk.see("내보내기", "마크다운으로 씁니다")
    desk.press("ctrl+s")
    desk.see("쓴 파일 ")
    desk.press("q")
    written = sorted((home / "export").glob("*.md"))
    assert written
    return "\n".join(path.read_text(encoding="utf-8") for path in written)


def check_a_quote(desk: Sitting, home: Path) -> str:
    add(desk, "001_nadella_visit.txt")
    desk.press("enter")
    desk.see("◆")
    desk.press("]", "]", "a")
    desk.see("✓")
    desk.press("n")
    desk.see("저장")
    desk.type("영상에서 같은 말을 확인함 ")
    desk.press("ctrl+s")
    desk.see("메모를 저장했습니다")
    return take_away(desk, home)


@pytest.mark.parametrize(("columns", "rows", "hangul"), [(140, 42, False), (80, 24, False), (100, 30, True)])
def test_checking_a_quote(home: Path, columns: int, rows: int, hangul: bool) -> None:
    with sitting(home, columns, rows, hangul=hangul) as desk:
        text = check_a_quote(desk, home)
        assert desk.presses - len(str(SEEDS / "001_nadella_visit.txt")) <= 30
    assert "영상에서 같은 말을 확인함" in text
    assert "확인" in text


@pytest.mark.skipif(not Path("/usr/sbin/sshd").exists(), reason="no ssh server is installed here")
def test_the_same_over_ssh(home: Path, tmp_path: Path) -> None:
    from tests.tui.ssh import loopback

    with loopback(tmp_path) as ssh, sitting(home, 80, 24, through=ssh) as desk:
        assert "영상에서 같은 말을 확인함" in check_a_quote(desk, home)


def test_comparing_two_versions_of_a_story(home: Path) -> None:
    with sitting(home, 140, 42) as desk:
        desk.see("아직 기사가 없습니다")
        for name in ("002_battery_plant_cp949.txt", "009_battery_plant_daon.html"):
            desk.press("+")
            desk.see("기사 더하기")
            desk.type(str(SEEDS / name))
            desk.press("enter")
            desk.see("더함 1")
            desk.see_gone("기사 더하기")
        typed = desk.presses
        desk.press("enter")
        desk.see("❝")
        desk.press("s")
        desk.see("기사 2건", "팩트 견주기")
        desk.press("escape")
        desk.see_gone("팩트 견주기")
        desk.press("n")
        desk.see("저장")
        desk.type("두 매체를 견줌 ")
        desk.press("ctrl+s")
        desk.see("메모를 저장했습니다")
        text = take_away(desk, home)
        assert desk.presses - typed <= 25
    assert "두 매체를 견줌" in text


def test_collecting_every_figure_on_one_company(home: Path) -> None:
    with sitting(home, 140, 42) as desk:
        add(desk, "002_battery_plant_cp949.txt")
        desk.press("enter")
        names = re.findall(r"▏  (\S+) +\d+", desk.see("❝", "▏  나래셀"))
        desk.press("tab", *["j"] * names.index("나래셀"), "i")
        desk.see("나래셀  기관", "통계 ", "영업이익")
        desk.press("tab", "enter")
        desk.see("다음 팩트", "팩트 3/")
        desk.press("escape")
        desk.see("나래셀  기관")
        desk.press("escape")
        desk.see("다음 팩트")
        desk.press("/")
        desk.see("정확한 구")
        desk.type("기관:나래셀 종류:통계 ")
        desk.press("enter")
        desk.see("찾은 것 모두")
        desk.press("*")
        desk.see("모두 확인")
        desk.press("enter")
        desk.see("확인한 팩트")
        text = take_away(desk, home)
        typed = len(str(SEEDS / "002_battery_plant_cp949.txt")) + len("기관:나래셀 종류:통계 ")
        assert desk.presses - typed <= 22
    assert "**통계**" in text
    assert "영업이익" in text


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (140, 42)])
def test_a_whole_round(home: Path, columns: int, rows: int) -> None:
    """A word, a person, a statement judged, facts tagged, a note found again, undo, two names made one."""
    with sitting(home, columns, rows) as desk:
        add(desk, "009_battery_plant_daon.html")
        adding = desk.presses
        desk.press("/")
        desk.see("정확한 구")
        desk.type("메가폴리스")
        desk.press("down")
        desk.see("━1건")
        desk.press("enter")
        desk.see("찾은 말 1/1", "❝")
        desk.press("tab", "i")
        desk.see("서은호  인물", "발언 1")
        desk.press("enter")
        desk.see("발언 · 서은호")
        desk.press("a", "t")
        desk.see("태그 없음")
        desk.type("핵심")
        desk.press("enter")
        desk.see("태그를 저장했습니다")
        desk.press("/")
        desk.see("정확한 구")
        desk.type("통계 나래셀")
        desk.see("종류:통계 나래셀’: 1건")
        desk.press("tab")
        desk.see("─1건")
        desk.press("enter", "*")
        desk.see("에 태그 달기")
        desk.press("down", "down", "enter")
        desk.see("빈칸이나 쉼표로")
        desk.type("숫자 ")
        desk.press("enter")
        desk.see("태그를 바꾼 팩트")
        desk.press("enter")
        desk.see("찾은 팩트 ")
        desk.press("n")
        desk.see("저장")
        desk.type("원문과 견줄 것 ")
        desk.press("ctrl+s")
        desk.see("메모를 저장했습니다")
        desk.press("b")
        desk.see("메모장 ─ 전체")
        desk.press("/")
        desk.type("견줄")
        desk.see("메모장 ─ 견줄", " 1건")
        desk.press("enter")
        desk.see("━━━━")
        desk.press("enter")
        desk.see("‹기사›" if columns == 80 else "━기사")
        desk.press("u")
        desk.see("되돌림 (^r 다시 하기): 원문과 견줄 것")
        desk.press("tab", "M")
        desk.see("어느 이름과 같은가요")
        desk.press("enter")
        desk.see("바로잡음: ")
        typed = len("메가폴리스핵심통계 나래셀숫자 원문과 견줄 것 견줄")
        text = take_away(desk, home)
        assert desk.presses - adding - typed <= 31
    assert "핵심" in text and "숫자" in text
