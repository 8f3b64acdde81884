"""Hard phrases on works, laws and events that no cue stands right beside."""

from __future__ import annotations

import pytest

from tests.extract.articles import entities_of

Told = dict[str, list[str]]

TITLES: list[tuple[str, Told]] = [
    ("그는 『흰 산의 노래』를 썼다. 「나무」는 짧다.", {"흰 산의 노래": ["흰 산의 노래"], "나무": ["나무"]}),
    ("소설집 《푸른 저녁》과 〈늦은 아침〉", {"푸른 저녁": ["푸른 저녁"], "늦은 아침": ["늦은 아침"]}),
    ("「그만하자」고 말했다. 『이게 나라냐』라며 울었다.", {"그만하자": [], "이게 나라냐": []}),
    ("'밤 산책'은 그의 첫 장편소설이다.", {"밤 산책": ["밤 산책"]}),
    ("'내로남불'은 그의 말이다.", {"내로남불": []}),
    ("'늦봄'의 한도윤 감독은 웃었다. '막말'의 주인공이다.", {"늦봄": ["늦봄"], "막말": []}),
    (
        "'긴 여름' 제작진은 쉰다. '겨울 이야기' 시청률이 올랐다.",
        {"긴 여름": ["긴 여름"], "겨울 이야기": ["겨울 이야기"]},
    ),
    (
        "그는 '하얀 밤'에 출연했다. 지난달 출시한 '하늘 저편'을 했다.",
        {"하얀 밤": ["하얀 밤"], "하늘 저편": ["하늘 저편"]},
    ),
    (
        "새빛게임즈는 '뮤 크로니클2', 나래소프트는 '별무리M'으로 승부한다. '개혁2'와 '플랜B'도 나왔다.",
        {"뮤 크로니클2": ["뮤 크로니클2"], "별무리M": ["별무리M"], "개혁2": [], "플랜B": []},
    ),
    ("'물의 축제'는 나래시가 여는 행사다.", {"물의 축제": ["물의 축제"]}),
    (
        "정부는 '마을 상담 지원센터'를 운영한다. 드라마 '마음 지원센터'가 끝났다.",
        {"마을 상담 지원센터": ["마을 상담 지원센터"], "마음 지원센터": ["마음 지원센터"]},
    ),
]


@pytest.mark.parametrize(("text", "told"), TITLES)
def test_each_name_is_found_whole(text: str, told: Told) -> None:
    mentions = {e.name: [m.text for m in e.mentions] for e in entities_of(*text.split("|"))}
    assert {name: mentions.get(name, []) for name in told} == told


def test_the_quoted_name_of_a_body_is_no_product() -> None:
    (body,) = entities_of("정부는 '마을 상담 지원센터'를 운영한다.")
    assert (body.name, body.type) == ("마을 상담 지원센터", "OG")
