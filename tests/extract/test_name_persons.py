"""Hard phrases on persons: foreign names about a title, relatives, who is of which party."""

from __future__ import annotations

import pytest

from store.extract.role import find_roles
from tests.extract.articles import entities_of, named

Told = dict[str, list[str]]

FOREIGN: list[tuple[str, Told]] = [
    (
        "미 중앙정보국(CIA) 국장 마리엘 코바크는 웃었다.|코바크 국장은 떠났다.",
        {"마리엘 코바크": ["마리엘 코바크", "코바크"]},
    ),
    ("감독 안드레 카스틸로 리베라가 이겼다.", {"안드레 카스틸로 리베라": ["안드레 카스틸로 리베라"]}),
    ("작가 토마스 브란트의 새 책이 나왔다.", {"토마스 브란트": ["토마스 브란트"]}),
    ("회장 한재용 리더십이 빛난다. 대표 브랜드 마케팅을 했다.", {"한재용": ["한재용"], "브랜드 마케팅": []}),
    ("논란에 휘말린 지나 하스칼 국장이 왔다.", {"지나 하스칼": ["지나 하스칼"]}),
    ("시간이 지나 하스칼 국장은 떠났다.", {"하스칼": ["하스칼"]}),
]

SOMEBODY: list[tuple[str, Told]] = [
    ("대학생 조티 란다가 숨졌다. 학생 바룬 싱이 왔다.", {"조티 란다": ["조티 란다"], "바룬 싱": ["바룬 싱"]}),
    ("피해자 지원을 했다. 시민 스마트 카드", {"지원": [], "스마트 카드": []}),
]

ABROAD: list[tuple[str, Told]] = [
    (
        "자오멍 나래연구소 연구원과 리샤오밍 칭룽-브루크 나래센터 연구원이 왔다.",
        {"자오멍": ["자오멍"], "리샤오밍": ["리샤오밍"]},
    ),
    (
        "무함마드 빈 살리드 사우디 왕세자가 왔다.|빈 살리드 왕세자는 웃었다. 무함마드 왕세자는 떠났다.",
        {"무함마드 빈 살리드": ["무함마드 빈 살리드", "빈 살리드", "무함마드"]},
    ),
    (
        "응우옌 반 타인 베트남 총리와 서이안 의원이 왔다.",
        {"응우옌 반 타인": ["응우옌 반 타인"], "베트남": ["베트남"]},
    ),
    ("새 천장 사장과 주말 회장", {"천장": [], "주말": []}),
]

RELATIVES: list[tuple[str, Told]] = [
    ("그의 딸 마린다는 웃었다. 동생 한가람이 왔다.", {"마린다": ["마린다"], "한가람": ["한가람"]}),
    ("부인인 신디 코바크 씨가 왔다.", {"신디 코바크": ["신디 코바크"]}),
    ("아들 바보 아빠. 아내 사진을 봤다. 동생 친구가 왔다.", {"바보": [], "사진": [], "친구": []}),
]


@pytest.mark.parametrize(("text", "told"), [*FOREIGN, *ABROAD, *SOMEBODY, *RELATIVES])
def test_each_person_is_found_whole(text: str, told: Told) -> None:
    mentions = {e.name: [m.text for m in e.mentions] for e in entities_of(*text.split("|"))}
    assert {name: mentions.get(name, []) for name in told} == told


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("공화당의 월튼 존스(노스캐롤라이나) 하원의원은 말했다.", {("월튼 존스", "하원의원", "공화당")}),
        ("공화당 소속의 린든 그레이 상원의원도 말했다.", {("린든 그레이", "상원의원", "공화당")}),
        ("월튼 존스(노스캐롤라이나) 하원의원은 말했다.", {("월튼 존스", "하원의원", None)}),
        ("한도윤 김앤장 변호사는 왔다.", {("한도윤", "변호사", "김앤장")}),
        ("나래대 의대 예방의학교실 오세린 교수가 왔다.", {("오세린", "교수", "나래대")}),
        ("국토교통부 한도윤 주택정책과장이 왔다.", {("한도윤", "주택정책과장", "국토교통부")}),
        (
            "공격수 손이안(토트넘)과 미드필더 이가람(나래 현대)이 뛰었다.",
            {("손이안", "공격수", None), ("이가람", "미드필더", None)},
        ),
        ("나래구청 문화과 이가을 주무관이 왔다.", {("이가을", "주무관", "나래구청")}),
        ("해온경찰서 형사과 오세린 경위가 왔다.", {("오세린", "경위", "해온경찰서")}),
        (
            "국민의힘 김도윤(서울 강남을)·이서하(부산 해운대갑) 의원이 왔다.",
            {("김도윤", "의원", "국민의힘"), ("이서하", "의원", "국민의힘")},
        ),
    ],
)
def test_whose_member_somebody_is(text: str, roles: set[tuple[str, str, str | None]]) -> None:
    document, entities, _ = named(text)
    assert {(role.person, role.title, role.organization) for role in find_roles(document, entities)} == roles
