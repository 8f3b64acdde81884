"""Hard phrases on places and bodies that go by a longer and a shorter name."""

from __future__ import annotations

import pytest

from tests.extract.articles import entities_of

Told = dict[str, list[str]]

PLACES: list[tuple[str, Told]] = [
    (
        "충북 충주시는 행사를 열었다. 충주에 비가 왔다.|충주시 관계자는 말했다.",
        {"충북 충주시": ["충북 충주시", "충주", "충주시"]},
    ),
    ("충북도는 예산을 늘렸다. 충북에 눈이 왔다.", {"충북도": ["충북도", "충북"]}),
    ("경기 광주시에 눈이 왔다. 광주에도 왔다.", {"경기 광주시": ["경기 광주시"], "광주": ["광주"]}),
    (
        "서울 중구와 부산 중구는 다르다.",
        {"서울 중구": ["서울 중구"], "부산 중구": ["부산 중구"]},
    ),
    (
        "헝가리 부다페스트에서 만났다. 부다페스트는 맑다.",
        {"헝가리 부다페스트": ["헝가리 부다페스트", "부다페스트"]},
    ),
    ("미국 백악관은 침묵했다. 미국 중국 일본이 모였다.", {"미국": ["미국", "미국"], "백악관": ["백악관"]}),
    ("남·북·미 3자 회담이다.", {"한국": ["남"], "북한": ["북"], "미국": ["미"]}),
    ("동·서·남·북 사방이 막혔다.", {"한국": [], "북한": []}),
]

BODIES: list[tuple[str, Told]] = [
    (
        "대한노를연맹은 회장을 뽑았다. 노를연맹은 말했다. 국제노를연맹도 왔다.",
        {"대한노를연맹": ["대한노를연맹", "노를연맹"], "국제노를연맹": ["국제노를연맹"]},
    ),
    ("김앤장 법률사무소는 맡았다. 김앤장은 말했다.", {"김앤장 법률사무소": ["김앤장 법률사무소", "김앤장"]}),
    ("나래읍 반대대책위는 말했다.", {"나래읍 반대대책위": ["나래읍 반대대책위"]}),
]


@pytest.mark.parametrize(("text", "told"), [*PLACES, *BODIES])
def test_each_is_one_under_one_name(text: str, told: Told) -> None:
    mentions = {e.name: [m.text for m in e.mentions] for e in entities_of(*text.split("|"))}
    assert {name: mentions.get(name, []) for name in told} == told
