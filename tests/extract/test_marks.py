"""Quotation marks: which stretches stand inside them, and what is no mark at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extract.marks import quoted_regions


def regions(text: str) -> list[tuple[str, str, int]]:
    return [(text[r.start : r.end], r.kind, r.depth) for r in quoted_regions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"비가 온다"고 했다', [("비가 온다", "double", 0)]),
        ("“비가 온다”고 했다", [("비가 온다", "double", 0)]),
        ("„비가 온다“고 했다", [("비가 온다", "double", 0)]),
        ("＂비가 온다＂고 했다", [("비가 온다", "double", 0)]),
        ("''비가 온다''고 했다", [("비가 온다", "double", 0)]),
        ("「비가 온다」고 했다", [("비가 온다", "double", 0)]),
        ("『비가 온다』고 했다", [("비가 온다", "double", 0)]),
        ("‘비’와 '눈'", [("비", "single", 0), ("눈", "single", 0)]),
        (
            "영화 〈장마〉, 《소나기》, <우산>",
            [("장마", "single", 0), ("소나기", "single", 0), ("우산", "single", 0)],
        ),
        ('"가"며 "나"라고', [("가", "double", 0), ("나", "double", 0)]),
        ("“가”며 “나”라고", [("가", "double", 0), ("나", "double", 0)]),
    ],
)
def test_every_make_of_mark(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert regions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\"'봄'이 왔다\"고", [("'봄'이 왔다", "double", 0), ("봄", "single", 1)]),
        ("“‘봄’이 왔다”고", [("‘봄’이 왔다", "double", 0), ("봄", "single", 1)]),
        ("'\"봄\" 논란'이", [('"봄" 논란', "single", 0), ("봄", "double", 1)]),
        ("“그는 “봄”이라 했다”고", [("그는 “봄”이라 했다", "double", 0), ("봄", "double", 1)]),
    ],
)
def test_nested_marks(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert regions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("불복 소송' 낸 회사", []),
        ('"문을 닫았다고 말했다', []),
        ('"문을 닫았다고 말했다. 이어 "곧 연다"고', [("곧 연다", "double", 0)]),
        ("“문을 ‘닫았다”고", [("문을 ‘닫았다", "double", 0)]),
        ("“문을 닫았다“고 했다", [("문을 닫았다", "double", 0)]),
        ("”문을 닫았다”고 했다", [("문을 닫았다", "double", 0)]),
        ('" 문을 닫았다 "고 했다', [(" 문을 닫았다 ", "double", 0)]),
        ("」 먼저 닫고 『", []),
        ('""', []),
    ],
)
def test_unbalanced_marks(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert regions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("McDonald's는 don't라는 말을", []),
        ("“I don’t know”라고", [("I don’t know", "double", 0)]),
        ("members' 모임과 '정원'", [("정원", "single", 0)]),
        ('55" 화면과 6\'2" 선수', []),
        ('"55" 화면을 샀다"고', [('55" 화면을 샀다', "double", 0)]),
        ('"성장률은 3"이라며 "낮다"고', [("성장률은 3", "double", 0), ("낮다", "double", 0)]),
        ("'97년과 '뒷북'", [("뒷북", "single", 0)]),
        ("3 < 5 이고 5 > 2", []),
    ],
)
def test_what_is_no_mark(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert regions(text) == expected


def test_outer_offsets_take_the_marks_in() -> None:
    text = "그는 ''네''라고 했다"
    (region,) = quoted_regions(text)
    assert text[region.opening : region.closing] == "''네''"


@given(st.text(alphabet="가나다 고라며12a.,\"'“”‘’「」『』<>〈〉＂`"))
def test_regions_place_and_nest(text: str) -> None:
    found = quoted_regions(text)
    for region in found:
        assert 0 <= region.opening < region.start < region.end < region.closing <= len(text)
        around = [r for r in found if r.opening < region.opening and region.closing < r.closing]
        assert len(around) == region.depth
    assert list(found) == sorted(found, key=lambda r: (r.start, -r.end))


def test_hostile_runs_of_marks_take_bounded_time() -> None:
    assert not quoted_regions("「" * 20000 + "》" * 20000)
    assert not quoted_regions("<" * 40000)
