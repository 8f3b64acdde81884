from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extract.lexicon import read_rows
from store.extract.role import find_roles
from store.model import RoleFact
from tests.extract.articles import named


def roles_of(*paragraphs: str) -> list[RoleFact]:
    document, entities, _ = named(*paragraphs)
    return find_roles(document, entities)


def told(*paragraphs: str) -> list[tuple[str, str, str | None]]:
    return [(role.person, role.title, role.organization) for role in roles_of(*paragraphs)]


ROWS = [row for row in read_rows("titles") if row[1] != "plain"]


@pytest.mark.parametrize(("title", "example"), [(row[0], row[2]) for row in ROWS])
def test_every_title_of_the_table_stands_in_its_example(title: str, example: str) -> None:
    roles = roles_of(f"{example}이 말했다.")
    assert [role.person for role in roles] == ["한도윤"]
    assert roles[0].title.endswith(title) or title.endswith(roles[0].title)


ROLES = [
    ("송지호 나래시의원(새빛당)은 말했다.", ("송지호", "나래시의원", "새빛당")),
    (
        "전국새빛전자노동조합(전새노)은 쉬었다. 한기진 전새노 위원장은 웃었다.",
        ("한기진", "위원장", "전국새빛전자노동조합"),
    ),
    ("배우 고은세와 송지호가 사회를 본다.", ("송지호", "배우", None)),
    ("심사위원장은 배우 송지호가 맡았다.", ("송지호", "위원장", "심사위원회")),
    ("송지호 새빛은행 부동산수석전문위원은 말했다.", ("송지호", "부동산수석전문위원", "새빛은행")),
    ("가람대 연기학과에서 고인에게 배운 배우 송지호는 말했다.", ("송지호", "배우", None)),
    ("새빛과학원(SIST·총장 송지호)은 쉬었다.", ("송지호", "총장", "새빛과학원")),
    ("새빛영화제(공동집행위원장 고은세·송지호)는 열렸다.", ("송지호", "공동집행위원장", None)),
    ("송지호 변호사(법무법인 새빛)는 말했다.", ("송지호", "변호사", "법무법인 새빛")),
    ("새빛전자는 고은세 가온사업본부장을 사장으로 승진시켰다.", ("고은세", "사장", "새빛전자")),
    ("고은세 가람부동산 리서치랩장은 분석했다.", ("고은세", "리서치랩장", "가람부동산")),
    ("고은세 솔빛수산연구소장은 말했다.", ("고은세", "소장", "솔빛수산연구소")),
    ("고은세 새빛간호협회장은 말했다.", ("고은세", "협회장", "새빛간호협회")),
    ("고은세 새빛약사회장은 말했다.", ("고은세", "약사회장", "새빛약사회")),
    ("고은세 서울시교육감은 말했다.", ("고은세", "교육감", "서울시교육청")),
    ("송지호 경북도 해양국장은 말했다.", ("송지호", "해양국장", "경북도")),
    ("송지호 환경부 2차관이 왔다.", ("송지호", "2차관", "환경부")),
    ("소설가 송지호와 번역가 고은세가 왔다.", ("고은세", "번역가", None)),
    ("송지호 홍보 담당 특별보좌관이 왔다.", ("송지호", "특별보좌관", None)),
    ("가수 겸 배우 송지호가 왔다.", ("송지호", "가수", None)),
    ("더불어민주당 송지호 경기지사 후보가 왔다.", ("송지호", "경기지사 후보", "더불어민주당")),
    ("송지호 도지사 예비후보는 후보 등록을 했다.", ("송지호", "도지사 예비후보", None)),
    ("금융감독원(원장 고은세)은 조사했다.", ("고은세", "원장", "금융감독원")),
    ("새빛저축은행 전 지점장 한도윤 씨가 왔다.", ("한도윤", "전 지점장", "새빛저축은행")),
    ("대만 감독 차은율이 왔다.", ("차은율", "감독", None)),
    ("최서율 새빛그룹 회장은 웃었다.", ("최서율", "회장", "새빛그룹")),
    ("한택준 새빛소프트 공동대표가 왔다.", ("한택준", "공동대표", "새빛소프트")),
    ("송지호 나래은행장은 말했다.", ("송지호", "은행장", "나래은행")),
    ("송지호 새빛저축은행장은 말했다.", ("송지호", "은행장", "새빛저축은행")),
    ("송지호 나래행장은 말했다.", ("송지호", "행장", "나래은행")),
    ("송지호 전국은행연합회장은 말했다.", ("송지호", "연합회장", "전국은행연합회")),
    ("송지호 대한노인회장은 말했다.", ("송지호", "노인회장", "대한노인회")),
    ("이정민 남부소방서장은 말했다.", ("이정민", "서장", "남부소방서")),
    ("오세린 서울시장이 왔다.", ("오세린", "시장", "서울시")),
    ("강유빈 경기지사는 갔다.", ("강유빈", "지사", "경기")),
    ("한서연 금융위원장이 말했다.", ("한서연", "위원장", "금융위원회")),
    ("송지호 강남구청장이 나섰다.", ("송지호", "구청장", "강남구청")),
    ("전서율 방위사업청장이 왔다.", ("전서율", "청장", "방위사업청")),
    ("조민재 전 외교부 장관이 왔다.", ("조민재", "전 장관", "외교부")),
    ("조민재 전 장관이 왔다.", ("조민재", "전 장관", None)),
    ("벤토넬 이탈리아 대통령이 방한했다.", ("벤토넬", "대통령", "이탈리아")),
    ("도미렐라 새빛소프트(SBX) 최고경영자(CEO)가 왔다.", ("도미렐라", "최고경영자(CEO)", "새빛소프트")),
    ("국민의힘 구은솔 원내대표가 말했다.", ("구은솔", "원내대표", "국민의힘")),
    ("권도현 서울중앙지법 부장판사는 기각했다.", ("권도현", "부장판사", "서울중앙지법")),
    ("새빛전자 대표이사 노태겸은 물러났다.", ("노태겸", "대표이사", "새빛전자")),
    ("구은솔 새빛전자 경영지원팀 이사는 말했다.", ("구은솔", "이사", "새빛전자")),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_who_is_what_where(text: str, role: tuple[str, str, str | None]) -> None:
    assert role in told(text)


def test_two_titles_at_one_organisation() -> None:
    assert told("서지훈 한빛전자 부사장 겸 CTO가 발표했다.") == [
        ("서지훈", "부사장", "한빛전자"),
        ("서지훈", "CTO", "한빛전자"),
    ]


def test_two_titles_at_two_organisations() -> None:
    assert told("김서율 새빛그룹 회장 겸 한빛전자 대표이사는 웃었다.") == [
        ("김서율", "회장", "새빛그룹"),
        ("김서율", "대표이사", "한빛전자"),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("심은주 국무총리 비서실장이 왔다.", "국무총리 비서실장"),
        ("서지훈 대법관 후보자가 왔다.", "대법관 후보자"),
        ("은지원 검찰총장 직무대행이 왔다.", "검찰총장 직무대행"),
    ],
)
def test_an_office_and_who_seeks_or_serves_it_are_one_title(text: str, title: str) -> None:
    assert [found[1] for found in told(text)] == [title]


def test_several_persons_in_one_list() -> None:
    found = told("한택준 새빛소프트 대표, 구은솔 한빛전자 회장, 노태겸 교육부 차관이 모였다.")
    assert found == [
        ("한택준", "대표", "새빛소프트"),
        ("구은솔", "회장", "한빛전자"),
        ("노태겸", "차관", "교육부"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "한택준과 새빛소프트 대표가 만났다.",
        "한택준 씨를 만난 대표는 웃었다.",
        "한택준은 대표를 그만뒀다.",
        "회장은 웃었다.",
    ],
)
def test_a_title_of_someone_else_is_none(text: str) -> None:
    assert told(text) == []


def test_a_role_told_twice_is_one_and_keeps_its_organisation() -> None:
    assert told("한택준 대표가 왔다.", "한택준 새빛소프트 대표는 웃었다. 한 대표는 갔다.") == [
        ("한택준", "대표", "새빛소프트")
    ]


WORDS = [
    "한택준",
    "구은솔",
    "회장",
    "대표",
    "겸",
    "전",
    "새빛전자",
    "서울시장",
    ",",
    "·",
    "(",
    ")",
    "은",
    "이",
    "과",
    "CTO",
]


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=12,
    )
)
def test_evidence_places(words: list[str]) -> None:
    text = " ".join(words) + "."
    document, entities, _ = named(text)
    for role in find_roles(document, entities):
        assert document.blocks[role.block].text[role.start : role.end] == role.text


def test_a_province_told_before_keeps_its_name() -> None:
    found = told("충청북도는 12일 협약을 맺었다. 구은솔 충북도 경제부지사가 참석했다.")
    assert found == [("구은솔", "경제부지사", "충청북도")]


def test_a_deputy_is_of_the_province_before_the_whole_title() -> None:
    (role,) = roles_of("구은솔 충남도 경제부지사가 참석했다.")
    assert (role.title, role.organization) == ("경제부지사", "충남도")


IN_PASSING = [
    ("송지호 전 새빛융합대학장도 왔다.", {("송지호", "전 대학장", "새빛융합대학")}),
    ("MC 송지호는 웃었다.", {("송지호", "MC", None)}),
    ("국민의힘 간사인 송지호 의원은 웃었다.", {("송지호", "간사", "국민의힘"), ("송지호", "의원", None)}),
    (
        "마리엘 코바크(61) 미 연방수사국(FBI) 국장 내정자가 왔다.",
        {("마리엘 코바크", "국장 내정자", "FBI")},
    ),
    (
        "차은율 교수는 새빛물류학회 부회장을 역임했으며 지금은 나래정책위원회 위원을 맡고 있다.",
        {("차은율", "부회장", "새빛물류학회"), ("차은율", "위원", "나래정책위원회")},
    ),
    ("이서율 의원은 교육부 장관에 임명됐다.", {("이서율", "장관", "교육부")}),
    (
        "새빛은행은 차은율 부행장을 차기 행장으로 선임했다.",
        {("차은율", "행장", "새빛은행"), ("차은율", "부행장", None)},
    ),
    ("새빛은행 이사회는 한도윤을 만난 송지호 전무를 사장으로 선임했다.", {("송지호", "전무", None)}),
    ("새빛은행 새 감사로는 송지호 변호사가 선임됐다.", {("송지호", "감사", "새빛은행")}),
    ("나래시장에는 송지호 후보가 당선됐다.", {("송지호", "시장", "나래시")}),
    ("송지호씨가 왔다. 그는 교육부 장관을 지냈다.", {("송지호", "장관", "교육부")}),
    (
        "송지호 새빛금융연구원 원장이 왔다. 송지호는 교육부 차관과 국세청 차장을 지냈다.",
        {("송지호", "차관", "교육부"), ("송지호", "차장", "국세청")},
    ),
    ("전 교육부 장관인 송지호 변호사도 왔다.", {("송지호", "전 장관", "교육부"), ("송지호", "변호사", None)}),
    ("교육부 장관이던 송지호 변호사도 왔다.", {("송지호", "전 장관", "교육부")}),
    ("송지호대표는 웃었다.", {("송지호", "대표", None)}),
    ("새빛해운(송지호 회장)은 갈라섰다.", {("송지호", "회장", "새빛해운")}),
    ("마르쿠스 베르너 미 국무장관이 왔다.", {("마르쿠스 베르너", "국무장관", "미국")}),
    ("송지호 서울중앙지검장이 왔다.", {("송지호", "지검장", "서울중앙지검")}),
]


@pytest.mark.parametrize(("text", "expected"), IN_PASSING)
def test_offices_told_in_passing(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= set(told(text))


NOBODYS = [
    ("송지호 대표의 아내는 나래재단 이사장을 맡고 있다.", "이사장"),
    ("송지호 대표는 새 장관을 지낼 사람을 모른다.", "장관"),
    ('송지호 대표는 "우리 아버지가 장관을 지냈다"고 말했다.', "장관"),
    ("송지호 대표는 사장을 찾는다.", "사장"),
    ("송지호 대표에게 장관을 맡긴다는 말은 없다.", "장관"),
    ("송지호 대표는 주식 시장에 올랐다.", "시장"),
]


@pytest.mark.parametrize(("text", "title"), NOBODYS)
def test_an_office_of_somebody_else_is_nobodys(text: str, title: str) -> None:
    assert ("송지호", title) not in {(role.person, role.title) for role in roles_of(text)}


def test_the_one_who_is_given_the_office_bears_it() -> None:
    assert [r[:2] for r in told("송지호 대표는 이하람을 사장으로 선임했다.")] == [
        ("송지호", "대표"),
        ("이하람", "사장"),
    ]


def test_who_is_appointed_is_called_by_the_new_title_later() -> None:
    _, entities, _ = named(
        "새빛은행은 노은채 부행장을 차기 행장으로 선임했다.", "노 행장은 나래증권 대표를 지냈다."
    )
    assert [entity.name for entity in entities if entity.type == "PS"] == ["노은채"]


def test_a_former_title_is_short_for_the_longer_one() -> None:
    roles = told("송지호 전 새빛융합대학장이 왔다.", "송지호 전 학장은 웃었다.")
    assert roles == [("송지호", "전 대학장", "새빛융합대학")]
