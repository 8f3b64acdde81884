from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Entity
from tests.extract.articles import article, entities_of, named


def known(entities: list[Entity]) -> set[tuple[str, str]]:
    return {(entity.type, entity.name) for entity in entities}


def surfaces(entities: list[Entity], name: str) -> list[str]:
    return [mention.text for entity in entities if entity.name == name for mention in entity.mentions]


PERSONS = [
    ("한택준 새빛소프트 대표는 웃었다.", "한택준"),
    ("구은솔 한빛전자 회장이 왔다.", "구은솔"),
    ("도미렐라 CEO는 투자를 늘리겠다고 했다.", "도미렐라"),
    ("카를로 벤티노 이탈리아 총리가 방한했다.", "카를로 벤티노"),
    ("마리사 폰텔로 외무부 대변인은 부인했다.", "마리사 폰텔로"),
    ("대통령 백다온은 연설했다.", "백다온"),
    ("서하율 씨는 신고했다.", "서하율"),
    ("노태겸 전 교육부 장관이 돌아왔다.", "노태겸"),
    ("이정민 남부소방서장은 말했다.", "이정민"),
    ("남궁태리 감독의 새 영화", "남궁태리"),
    ("권도현 서울중앙지법 부장판사는 기각했다.", "권도현"),
    ("김하늘 특파원이 전했다.", "김하늘"),
    ("경기를 끝낸 것은 스무 살 공격수 진보람이었다.", "진보람"),
]


@pytest.mark.parametrize(("text", "name"), PERSONS)
def test_a_person_is_the_name_without_title_and_particle(text: str, name: str) -> None:
    entities = entities_of(text)
    assert ("PS", name) in known(entities)
    assert surfaces(entities, name) == [name]


def test_a_party_is_one_by_its_members() -> None:
    entities = entities_of(
        "온누리당 구은솔 원내대표는 찬성했다. 제2야당 한택준 의원은 반대했다.", "온누리당은 웃었다."
    )
    assert surfaces(entities, "온누리당") == ["온누리당", "온누리당"]
    assert not [entity for entity in entities if entity.name.endswith("야당")]


def test_a_club_is_itself_without_its_letters() -> None:
    entities = entities_of(
        "강릉에서 해맑음 FC가 이겼다. 해맑음은 셋째가 됐다.", "정나루 해맑음 감독은 웃었다."
    )
    assert surfaces(entities, "해맑음 FC") == ["해맑음 FC", "해맑음", "해맑음"]
    assert ("PS", "해맑음") not in known(entities)


def test_a_name_of_unusual_syllables_is_one_by_its_age_and_title() -> None:
    entities = entities_of(
        "소방헬기를 모는 고을샘(38) 기장을 만났다.", "고 기장은 웃었다.", title="기장 고을샘"
    )
    assert surfaces(entities, "고을샘") == ["고을샘", "고을샘", "고 기장"]
    assert not [e for e in entities_of("국내 최연소 여성 기장이 떴다.") if e.type == "PS"]
    assert not entities_of("조사에는 고교생(17) 대표가 왔다.")


def test_a_plain_word_in_quotes_is_no_event() -> None:
    assert not [
        e for e in entities_of("광장에서 열린 '불법' 집회였다. 그는 '토론'에 참석했다.") if e.type == "EV"
    ]


def test_a_field_is_nobodys_title() -> None:
    assert not [e for e in entities_of("새 공장은 축구장 열두 개 크기다.") if e.type == "PS"]


OTHERS = [
    ("소설 '달빛 정거장'이 팔렸다.", ("PD", "달빛 정거장")),
    ("한빛전자는 '달무리'를 출시했다.", ("PD", "달무리")),
    ("지도 앱인 '길동무'가 나왔다.", ("PD", "길동무")),
    ("새빛우주청은 탐사선 '가온호'를 쏘았다.", ("PD", "가온호")),
    ("'별그루 문화제' 행사가 열렸다.", ("EV", "별그루 문화제")),
    ("부산 벡스코에서 열린 '노바 서밋 온 코리아'에서 연설했다.", ("EV", "노바 서밋 온 코리아")),
    ("그는 '하늬 이노베이션 데이'에 참석했다.", ("EV", "하늬 이노베이션 데이")),
    ("스타트업 '별그루'가 투자를 받았다.", ("OG", "별그루")),
    ("전자상거래보호법에 따라 처벌된다.", ("PD", "전자상거래보호법")),
    ("개인정보보호법 개정안이 통과됐다.", ("PD", "개인정보보호법")),
    ("차세대 전투기 KX-21이 날았다.", ("PD", "KX-21")),
    ("제12회 부산국제단편영화제가 열린다.", ("EV", "제12회 부산국제단편영화제")),
    ("2026 밀라노 동계올림픽이 열린다.", ("EV", "2026 밀라노 동계올림픽")),
    ("한빛통신은 서울 강남구 한 호텔에서 만났다.", ("LC", "서울 강남구")),
    ("독일 국방부가 밝혔다.", ("OG", "독일 국방부")),
    ("공정거래위원회는 과징금을 물렸다.", ("OG", "공정거래위원회")),
    ("기상 위성인 '맑음'의 발사", ("PD", "맑음")),
    ("경부고속도로가 막힌다.", ("LC", "경부고속도로")),
    ("폴란드 정부는 반대했다.", ("LC", "폴란드")),
    ("게임 '별그루'와 '달무리'가 공개됐다.", ("PD", "달무리")),
    ("새빛전자의 '달보미온'과 같은 제품", ("PD", "달보미온")),
]


@pytest.mark.parametrize(("text", "entity"), OTHERS)
def test_places_bodies_products_and_events(text: str, entity: tuple[str, str]) -> None:
    assert entity in known(entities_of(text))


NOT_NAMES = [
    ("재계에 따르면 정부가 나선다.", {"재계", "정부"}),
    ("이러한 방법과 해법은 불법이다.", {"방법", "해법", "불법", "이러한"}),
    ("한편 앞서 이번주 회의가 열렸다.", {"한편", "앞서", "이번주"}),
    ("국내 현지 업체의 한국형 기술", {"국내", "현지", "한국", "한국형"}),
    ("'위기는 기회다'라고 했다.", {"위기는 기회다"}),
    ("인공지능(AI)과 메타버스, 5G 기술", {"AI", "인공지능", "5G", "메타버스"}),
    ("이 대표는 그 회장과 다르다.", {"이 대표", "그 회장"}),
    ("전 장관들이 모였다.", {"전 장관"}),
    ("전화번호와 신호를 보냈다.", {"전화번호", "신호"}),
    ("두 사람은 3년 뒤 다시 만났다.", {"두 사람", "3년"}),
    ("최고경영자(CEO)를 바꿨다.", {"CEO", "최고경영자"}),
]


@pytest.mark.parametrize(("text", "words"), NOT_NAMES)
def test_what_is_no_name(text: str, words: set[str]) -> None:
    mentions = {mention.text for entity in entities_of(text) for mention in entity.mentions}
    assert not mentions & words


ALIASES = [
    ("한빛전자(HBE)는 컸다. HBE는 웃었다.", "한빛전자", ["한빛전자", "HBE", "HBE"]),
    ("방송통신위원회는 조사했다. 방통위는 결론을 냈다.", "방송통신위원회", ["방송통신위원회", "방통위"]),
    ("韓 정부와 한국 기업", "한국", ["韓", "한국"]),
    ("美·中 갈등에 미국과 중국이 만났다.", "미국", ["美", "미국"]),
    ("인니가 돈을 안 냈다. 인도네시아는 침묵했다.", "인도네시아", ["인니", "인도네시아"]),
    ("새빛 그룹은 컸다. 새빛그룹은 작다.", "새빛그룹", ["새빛 그룹", "새빛그룹"]),
    ("도미렐라 CEO는 왔다. 도미렐라가 말했다.", "도미렐라", ["도미렐라", "도미렐라"]),
    ("독일 국방부는 부인했다. 국방부 대변인은 말했다.", "독일 국방부", ["독일 국방부", "국방부"]),
    ("한국달빛연구원(달연)이 왔다. 달연은 웃었다.", "한국달빛연구원", ["한국달빛연구원", "달연", "달연"]),
    ("한국항공우주연구원은 컸다. 항우연은 작다.", "한국항공우주연구원", ["한국항공우주연구원", "항우연"]),
    ("탐사선 '가온누리'가 떴다. 가온누리호는 돌아온다.", "가온누리호", ["가온누리", "가온누리호"]),
]


@pytest.mark.parametrize(("text", "name", "mentions"), ALIASES)
def test_other_names_of_one_entity(text: str, name: str, mentions: list[str]) -> None:
    entities = entities_of(text)
    whole = "새빛 그룹" if name == "새빛그룹" and ("OG", name) not in known(entities) else name
    assert surfaces(entities, whole) == mentions


def test_three_countries_by_one_syllable_each() -> None:
    entities = entities_of("한·미·일 3국과 문·이과 통합안을 논의했다.")
    assert {("LC", "한국"), ("LC", "미국"), ("LC", "일본")} <= known(entities)
    assert not any(mention.text in ("문", "이과", "문·이과") for e in entities for mention in e.mentions)


def test_one_person_with_two_titles() -> None:
    entities = entities_of("서지훈 한빛전자 부사장 겸 CTO가 발표했다.")
    assert {("PS", "서지훈"), ("OG", "한빛전자")} <= known(entities)


def test_an_alias_but_not_a_stake() -> None:
    entities = entities_of("한빛전자(HBE)의 자회사(지분 51%)가 상장한다.")
    (body,) = [entity for entity in entities if entity.name == "한빛전자"]
    assert body.aliases == ("HBE",)
    assert not any("지분" in mention.text for entity in entities for mention in entity.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "구은솔(54) 한빛전자 회장",
        "구은솔(더불어민주당) 의원",
        "구은솔(사진) 교수",
        "한빛전자(지분 51%) 회장",
        "한빛전자(005930)가 올랐다.",
        "한빛전자(약 3천억원)를 샀다.",
    ],
)
def test_what_in_parentheses_is_no_alias(text: str) -> None:
    assert all(entity.aliases == () for entity in entities_of(text))


def test_first_the_full_name_then_the_short_ones() -> None:
    entities = entities_of(
        "카를로 벤티노 새빛소프트 CEO가 방한했다.",
        "벤티노 CEO는 웃었다. 벤티노는 떠났다.",
        title="벤티노 온다",
    )
    persons = [entity for entity in entities if entity.type == "PS"]
    assert [person.name for person in persons] == ["카를로 벤티노"]
    assert surfaces(entities, "카를로 벤티노") == ["벤티노", "카를로 벤티노", "벤티노", "벤티노"]


def test_a_surname_with_a_title_is_the_one_person_who_bears_it() -> None:
    entities = entities_of(
        "한택준 새빛소프트 대표가 왔다.", "한 대표는 웃었다.", "구은솔 회장은 갔다. 구 회장은 왔다."
    )
    assert surfaces(entities, "한택준") == ["한택준", "한 대표"]
    assert surfaces(entities, "구은솔") == ["구은솔", "구 회장"]


def test_two_people_of_one_surname_stay_apart() -> None:
    entities = entities_of(
        "김도현 새빛전자 대표와 김서율 한빛전자 회장이 만났다.", "김 대표는 웃고 김 회장은 울었다."
    )
    assert surfaces(entities, "김도현") == ["김도현", "김 대표"]
    assert surfaces(entities, "김서율") == ["김서율", "김 회장"]


def test_two_of_one_surname_and_title_leave_the_short_form_alone() -> None:
    entities = entities_of("김도현 새빛전자 대표와 김서율 한빛전자 대표가 만났다.", "김 대표는 웃었다.")
    assert surfaces(entities, "김도현") == ["김도현"]
    assert surfaces(entities, "김서율") == ["김서율"]
    assert ("PS", "김 대표") in known(entities)


def test_the_short_form_means_the_one_whom_its_own_paragraph_names() -> None:
    entities = entities_of(
        "새빛당 김도현 의원이 물었다.", "나래당 김서율 의원은 법을 꺼냈다. 김 의원은 따졌다."
    )
    assert surfaces(entities, "김도현") == ["김도현"]
    assert surfaces(entities, "김서율") == ["김서율", "김 의원"]


def test_letters_before_the_head_of_a_body_are_its_name() -> None:
    entities = entities_of("나래과학기술원(NIST·총장 송지호)은 밝혔다.", "NIST는 특허를 냈다.")
    assert surfaces(entities, "나래과학기술원") == ["나래과학기술원", "NIST", "NIST"]


def test_a_town_is_not_short_for_a_body_of_its_own() -> None:
    entities = entities_of("청주참빛자치시민연대는 청주시에 물었다.")
    assert surfaces(entities, "청주참빛자치시민연대") == ["청주참빛자치시민연대"]


def test_where_two_clubs_play_the_group_s_name_is_the_club() -> None:
    entities = entities_of("LG 트윈스가 한화 이글스를 꺾었다.", "LG는 3위다. 한도윤 LG그룹 회장이 왔다.")
    assert surfaces(entities, "LG 트윈스") == ["LG 트윈스", "LG"]
    assert surfaces(entities, "LG그룹") == ["LG그룹"]


def test_a_former_office_is_not_the_present_one() -> None:
    entities = entities_of("조민재 새빛그룹 회장과 조도윤 전 회장", "조 회장은 웃었다. 조 전 회장은 울었다.")
    assert surfaces(entities, "조민재") == ["조민재", "조 회장"]
    assert surfaces(entities, "조도윤") == ["조도윤", "조 전 회장"]


def test_a_vice_president_is_no_president() -> None:
    entities = entities_of("박서율 새빛전자 부회장이 왔다.", "박 회장은 없었다.")
    assert surfaces(entities, "박서율") == ["박서율"]


def test_hanja_surname_with_the_office() -> None:
    entities = entities_of("문하율 대통령은 연설했다.", title="文대통령 연설")
    assert surfaces(entities, "문하율") == ["文대통령", "문하율"]


def test_only_a_surname_keeps_its_title() -> None:
    entities = entities_of("피의자 김씨는 부인했다. 박모씨도 부인했다. A씨는 신고했다.")
    assert {("PS", "김씨"), ("PS", "박모씨"), ("PS", "A씨")} <= known(entities)


def test_a_group_is_not_its_company() -> None:
    entities = entities_of("SK와 SK하이닉스는 다르다. SK하이닉스가 컸다.")
    assert surfaces(entities, "SK") == ["SK"]
    assert surfaces(entities, "SK하이닉스") == ["SK하이닉스", "SK하이닉스"]


def test_a_known_name_is_found_in_the_title_too() -> None:
    entities = entities_of(
        "한택준 새빛소프트 대표와 구은솔 한빛전자 회장이 만났다.", title="한택준·구은솔 만났다"
    )
    assert surfaces(entities, "한택준") == ["한택준", "한택준"]
    assert surfaces(entities, "구은솔") == ["구은솔", "구은솔"]


def test_a_name_is_not_found_inside_a_longer_word() -> None:
    entities = entities_of("한택준 새빛소프트 대표", "한택준상 시상식, 한택준이")
    assert surfaces(entities, "한택준") == ["한택준", "한택준"]


def test_one_name_has_one_type() -> None:
    entities = entities_of("탐사선 '가온누리'가 떴다.", "가온누리 개발에 애썼다. 가온누리는 화성에 간다.")
    assert len([entity for entity in entities if "가온누리" in (entity.name, *entity.aliases)]) == 1


def test_the_kind_of_a_list_is_told_at_its_end() -> None:
    entities = entities_of(
        "폴란드, 체코, 헝가리 등 큰 국가로 넓힌다.", "달무리페이, 유튜브 등 서비스를 쓴다."
    )
    assert {("LC", "폴란드"), ("LC", "체코"), ("LC", "헝가리"), ("PD", "유튜브")} <= known(entities)


def test_a_craft_and_its_letters() -> None:
    entities = entities_of("NASA 화성 관측위성(MOX)이 맡는다.")
    assert surfaces(entities, "NASA 화성 관측위성") == ["NASA 화성 관측위성", "MOX"]


def test_a_quoted_name_with_its_foreign_form() -> None:
    entities = entities_of("탐사선 '가온누리(Gaonnuri)'가 떴다.")
    assert surfaces(entities, "가온누리") == ["가온누리", "Gaonnuri"]


def test_two_parties_of_like_names_stay_apart() -> None:
    entities = entities_of("더불어민주당과 민주평화당이 맞섰다. 민주당은 거부했다.")
    assert surfaces(entities, "더불어민주당") == ["더불어민주당", "민주당"]
    assert surfaces(entities, "민주평화당") == ["민주평화당"]


def test_ids_follow_the_first_mentions() -> None:
    entities = entities_of("한택준 새빛소프트 대표가 폴란드에 갔다. 구은솔 회장도 갔다.")
    assert [entity.id for entity in entities] == [f"e{n}" for n in range(1, len(entities) + 1)]
    first = [(e.mentions[0].block, e.mentions[0].start) for e in entities]
    assert first == sorted(first)


def test_times_and_quantities_are_no_names() -> None:
    _, entities, times = named("한택준 대표는 15일 3천억원을 투자했다. 2025년 6월 끝난다.")
    spans = [(m.block, m.start, m.end) for entity in entities for m in entity.mentions]
    assert not any(b == t.block and s < t.end and t.start < e for b, s, e in spans for t in times)


TEXTS = st.lists(
    st.text(
        alphabet="김택진한빛전자SK회장대표씨는이가을(,)'\"·와과등법호위원회서울강남구美韓 .\u00a0ABC123-",
        max_size=80,
    ),
    min_size=1,
    max_size=3,
)


@given(TEXTS)
def test_mentions_place_and_never_overlap(texts: list[str]) -> None:
    entities = entities_of(*texts)
    blocks = article(*texts).blocks
    spans = sorted((m.block, m.start, m.end, m.text) for entity in entities for m in entity.mentions)
    assert all(blocks[b].text[s:e] == text and s < e for b, s, e, text in spans)
    assert all(one[0] != other[0] or one[2] <= other[1] for one, other in itertools.pairwise(spans))


@given(TEXTS)
def test_the_same_article_is_read_the_same(texts: list[str]) -> None:
    assert entities_of(*texts) == entities_of(*texts)


WHOLE = [
    ("김모씨는 김하늘 후보를 만났다. 김씨는 부인했다.", {"김모씨": ["김모씨", "김씨"], "김하늘": ["김하늘"]}),
    (
        "서하율씨는 서준표 전 총장과 갔다. 서씨는 울었다.",
        {"서하율": ["서하율", "서씨"], "서준표": ["서준표"]},
    ),
    ("서울=이하늘 기자|이 청장은 말했다.", {"이하늘": ["이하늘"]}),
    ("문하린 대통령은 왔다. 문 대통령은 갔다. 대통령은 말했다.", {"문하린": ["문하린", "문 대통령"]}),
    (
        "스즈키 이치로 대표와 나카무라 유이가 왔다.",
        {"스즈키 이치로": ["스즈키 이치로"], "나카무라 유이": ["나카무라 유이"]},
    ),
    ("불이 나 소방관 두 명이 다쳤다.", {}),
    ("노해온 정부의 정책이다. 노해온 전 대통령은 말했다.", {"노해온": ["노해온", "노해온"]}),
    ("연방준비제도(Fed·연준)가 올렸다.", {"연방준비제도": ["연방준비제도", "Fed", "연준"]}),
    ("해온시는 축제를 연다.|우동건 해온시장은 말했다.", {"해온시": ["해온시"], "우동건": ["우동건"]}),
    ("교정당국은 부인했다.", {}),
    ("축구장에서 축구를 했다.", {}),
    (
        "중앙선거관리위원회가 밝혔다. 중앙선관위는 말했다.",
        {"중앙선거관리위원회": ["중앙선거관리위원회", "중앙선관위"]},
    ),
]


@pytest.mark.parametrize(("text", "told"), WHOLE)
def test_every_name_is_whole_and_under_one_entity(text: str, told: dict[str, list[str]]) -> None:
    found = entities_of(*text.split("|"))
    assert {
        entity.name: [m.text for m in entity.mentions] for entity in found if entity.name != "서울"
    } == told
