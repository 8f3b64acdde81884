"""Who works in which department of which body, and what else stands beside a person's office."""

from __future__ import annotations

import pytest

from store.extract.quotation import find_quotations
from store.extract.role import find_roles
from tests.extract.articles import entities_of, named

Role = tuple[str, str, str | None]

OF_DEPARTMENTS: list[tuple[str, Role]] = [
    ("너울대 사회복지학과 고은세 교수는 말했다.", ("고은세", "교수", "너울대")),
    ("너울대 의대 신경외과 고은세 교수는 말했다.", ("고은세", "교수", "너울대")),
    ("너울과기원 기계공학부 고은세 교수는 말했다.", ("고은세", "교수", "너울과기원")),
    ("너울병원 흉부외과 고은세 전문의는 말했다.", ("고은세", "전문의", "너울병원")),
    ("너울경찰서 수사과 고은세 경감은 말했다.", ("고은세", "경감", "너울경찰서")),
    ("너울전자 디스플레이사업부 고은세 상무는 말했다.", ("고은세", "상무", "너울전자")),
    ("너울증권 리서치센터 고은세 연구원은 말했다.", ("고은세", "연구원", "너울증권")),
    ("너울과학기술원(NIST) 물리학과 고은세 교수는 말했다.", ("고은세", "교수", "너울과학기술원")),
    ("너울대 철학과의 고은세 교수는 말했다.", ("고은세", "교수", "너울대")),
    ("기상청 고은세 예보분석관은 말했다.", ("고은세", "예보분석관", "기상청")),
]


def roles(text: str) -> list[Role]:
    document, entities, _ = named(text)
    return [(role.person, role.title, role.organization) for role in find_roles(document, entities)]


@pytest.mark.parametrize(("text", "role"), OF_DEPARTMENTS)
def test_a_department_stands_between_the_body_and_who_works_there(text: str, role: Role) -> None:
    assert roles(text) == [role]


@pytest.mark.parametrize(
    "text",
    [
        "시대 정신과 고은세 교수의 책을 읽었다.",
        "이 회사 반도체사업부 고은세 사장은 말했다.",
        "최대 성과 고은세 교수는 말했다.",
        "그는 세대 갈등과 고은세 교수의 말을 다뤘다.",
    ],
)
def test_other_words_before_a_person_are_no_body(text: str) -> None:
    assert [organization for _, _, organization in roles(text)] == [None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("특정범죄 가중처벌법 위반 혐의다.", ["특정범죄 가중처벌법"]),
        ("특정경제범죄 가중처벌법상 배임 혐의다.", ["특정경제범죄 가중처벌법"]),
        ("가정폭력 처벌법 개정안을 냈다.", ["가정폭력 처벌법"]),
        ("조직범죄 수사에 새물관리법 개정안이 쓰였다.", ["새물관리법"]),
        ("(사진=공동취재단)", []),
        ("둘은 나란히 부회장으로 승진했다.", []),
    ],
)
def test_names_as_they_are_told(text: str, names: list[str]) -> None:
    assert [entity.name for entity in entities_of(text)] == names


def test_an_office_is_no_firm_of_the_next_office() -> None:
    assert roles("고은세 전무의 부사장 승진이 눈에 띈다.") == [("고은세", "전무", None)]


def test_a_school_of_science_goes_by_its_short_name() -> None:
    _, entities, _ = named("너울과학기술원은 문을 열었다. 너울과기원은 학생을 뽑는다.")
    assert [entity.name for entity in entities if entity.type == "OG"] == ["너울과학기술원"]


def test_a_list_of_appointments_gives_each_the_office_at_the_body_of_the_heading() -> None:
    text = "◇너울전자 ▲부회장 고은세 ▲부사장 민태오 나하율 ▲경영지원실장 라온빛 ◇너울시 △부시장 다은재"
    assert roles(text) == [
        ("고은세", "부회장", "너울전자"),
        ("민태오", "부사장", "너울전자"),
        ("나하율", "부사장", "너울전자"),
        ("라온빛", "경영지원실장", "너울전자"),
        ("다은재", "부시장", "너울시"),
    ]
    assert roles("▲사장 고은세 ▲전무 민태오") == [("고은세", "사장", None), ("민태오", "전무", None)]


def test_other_marked_lists_appoint_nobody() -> None:
    assert roles("행사는 △1부 강연 △2부 토론으로 열린다.") == []
    assert roles("성적은 ▲고은세 금메달 ▲민태오 은메달이다.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a country by the name that it calls itself
        (
            "너울공화국 총리가 물러났다. 너울 총리는 말이 없었다. 너울의 물가는 올랐다.",
            {"LC:너울공화국"},
        ),
        ("먹방공화국이라는 말이 있다.", set()),
        # prizes, and who brings out books
        ("고은세 시인은 너울문학상, 나래예술상을 받았다.", {"PS:고은세", "EV:너울문학상", "EV:나래예술상"}),
        ("고은세 시인은 올해의 작가상을 받았다.", {"PS:고은세"}),
        ("소설집은 너울출판사에서 나온다.", {"OG:너울출판사"}),
        ("시집은 너울동산에서 나왔다.", {"OG:너울동산"}),
        ("책은 서점에서 나왔다.", set()),
        # where a text was filed
        ("(너울=새빛통신) 고은세 기자 = 불이 났다.", {"LC:너울", "OG:새빛통신", "PS:고은세"}),
        ("(사진=공동취재단) 불이 났다.", set()),
        # schools of medicine, a body housed at an address, and words
        ("고은세 너울의대 교수는 말했다.", {"PS:고은세", "OG:너울의대"}),
        ("서울 종로구 재단 사옥에서 만났다.", {"LC:서울 종로구"}),
        ("시장 예상치를 웃돌았다.", set()),
        ("고은세 신임 사장은 말했다.", {"PS:고은세"}),
    ],
)
def test_countries_prizes_publishers(text: str, told: set[str]) -> None:
    assert {f"{entity.type}:{entity.name}" for entity in entities_of(text)} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("고은세 신임 사장은 전 너울전자 부사장이다.", ("고은세", "전 부사장", "너울전자")),
        ("고은세는 너울전자 부사장이다.", ("고은세", "부사장", "너울전자")),
        ("고은세 시인은 새빛은행 이사였다.", ("고은세", "이사", "새빛은행")),
    ],
)
def test_what_somebody_is_said_to_be(text: str, told: Role) -> None:
    assert told in roles(text)


def test_what_is_said_of_another_is_nobodys() -> None:
    assert ("고은세", "전무", None) not in roles("고은세 사장의 경쟁자는 민태오 전무이다.")
    assert roles("고은세는 너울전자를 떠났다. 민태오가 사장이다.") != [("고은세", "사장", None)]


def test_who_heads_a_body_in_brackets_is_no_part_of_its_name() -> None:
    document, entities, _ = named('심사위원단(위원장 고은세 평론가)은 "문장이 단단하다"고 평가했다.')
    (quotation,) = find_quotations(document, entities)
    assert quotation.speaker.name == "심사위원단"
