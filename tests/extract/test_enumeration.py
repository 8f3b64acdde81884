"""Lists: marked and plain, one item each, checked against the number that announces them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extract.document import Document
from store.extract.enumeration import find_enumerations
from store.extract.quantity import find_quantities
from store.model import Entity
from tests.extract.documents import document, lists_of


def items_of(*lines: str) -> list[list[str]]:
    return [[item.text for item in found.items] for found in lists_of(*lines)]


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        # marked
        (
            "시는 △도로 정비 △상수도 교체 △공원 조성 등의 사업을 편다.",
            ["도로 정비", "상수도 교체", "공원 조성"],
        ),
        ("과제는 ▲인력 확보 ▲비용 절감 ▲안전 강화다.", ["인력 확보", "비용 절감", "안전 강화"]),
        ("①예산 ②인력 ③시설이 모자란다.", ["예산", "인력", "시설"]),
        ("대상은 △서울 12곳, △부산 5곳, △대구 3곳이다.", ["서울 12곳", "부산 5곳", "대구 3곳"]),
        # by commas
        ("한빛은 헝가리, 모로코, 칠레 등에 공장을 짓는다.", ["헝가리", "모로코", "칠레"]),
        ("물가 상승, 경기 둔화, 고용 위기 등을 걱정했다.", ["물가 상승", "경기 둔화", "고용 위기"]),
        ("상자의 가로와 세로, 높이를 쟀다.", ["가로", "세로", "높이"]),
        ("서울 12명, 부산 5명, 대구 3명이다.", ["서울 12명", "부산 5명", "대구 3명"]),
        ("확진자는 경기 서울 12명, 부산 5명, 대구 3명이다.", ["서울 12명", "부산 5명", "대구 3명"]),
        (
            "그는 소설 '푸른 밤', 시집 '하얀 숲', 수필 '검은 강'을 냈다.",
            ["소설 '푸른 밤'", "시집 '하얀 숲'", "수필 '검은 강'"],
        ),
        (
            "그림책 전시, 작가와의 대화, 달빛 낭독회가 이어진다.",
            ["그림책 전시", "작가와의 대화", "달빛 낭독회"],
        ),
        ("나래대는 가람, 누리, 한빛과 인재 양성 협약을 맺었다.", ["가람", "누리", "한빛"]),
        ("하반기 달무리, 새벽별, 은하수 등을 낸다.", ["달무리", "새벽별", "은하수"]),
        ("여성과 청년, 노인 및 장애인을 돕는다.", ["여성", "청년", "노인", "장애인"]),
        (
            "그는 영화 '푸른 밤', '하얀 숲', '검은 강' 등을 찍었다.",
            ["'푸른 밤'", "'하얀 숲'", "'검은 강'"],
        ),
        (
            "한빛전자(HBE), 누리통신(NR), 가람은행(GR) 등이 낸다.",
            ["한빛전자(HBE)", "누리통신(NR)", "가람은행(GR)"],
        ),
        (
            "경찰은 김모(35)씨와 이모(40)씨, 박모(29)씨 등 3명을 붙잡았다.",
            ["김모(35)씨", "이모(40)씨", "박모(29)씨"],
        ),
        ("한빛은 최근 서울, 부산, 대구 등에 문을 열었다.", ["서울", "부산", "대구"]),
        ("대표 업체 중 가람전자, 누리통신, 한빛은행 등이 올랐다.", ["가람전자", "누리통신", "한빛은행"]),
        ("운동, 절주, 소금 섭취의 제한 등이 좋다.", ["운동", "절주", "소금 섭취의 제한"]),
        ("몫은 Δ가람 12개 Δ누리 9개 Δ한빛 4개 등이다.", ["가람 12개", "누리 9개", "한빛 4개"]),
        (
            "시는 3억원의 수입과 30명의 관광객, 약 5개의 일자리를 얻는다.",
            ["3억원의 수입", "30명의 관광객", "약 5개의 일자리"],
        ),
        ("서울과 경기, 강원 영서에 비가 온다.", ["서울", "경기", "강원 영서"]),
        ("환자는 가람(2명)과 누리(1명), 한빛(2명) 국적이다.", ["가람(2명)", "누리(1명)", "한빛(2명)"]),
        ("이사, 분양 및 입주 이외에도 늘었다.", ["이사", "분양", "입주"]),
        ("확진자는 서울 12명, 부산 5명, 대구 3명 순이다.", ["서울 12명", "부산 5명", "대구 3명"]),
        ("위원회는 시의원 2명과 교수 3명 등 5명이 참여한다.", ["시의원 2명", "교수 3명"]),
        ("대회에는 초청 선수와 국가대표 및 상비군 등이 나왔다.", ["초청 선수", "국가대표", "상비군"]),
        # described
        (
            "오 사장은 공정하고 투명한 회사, 눈높이에 맞춘 운영, 일과 쉼의 조화, 약속 이행 등을 내걸었다.",
            ["공정하고 투명한 회사", "눈높이에 맞춘 운영", "일과 쉼의 조화", "약속 이행"],
        ),
        # two that 등 or 각각 closes
        ("나래시와 갈매시 등 다섯 곳이 함께했다.", ["나래시", "갈매시"]),
        ("계약서, 영수증 등 증빙서류를 모아 둔다.", ["계약서", "영수증"]),
        ("소속과 이름 등을 밝혀야 한다.", ["소속", "이름"]),
        ("석유와 가스 등 자원이 묻혀 있다.", ["석유", "가스"]),
        ("비핵화 협의, 제재 완화 등에서 맞섰다.", ["비핵화 협의", "제재 완화"]),
        (
            "한솔 통상교섭본부장, 나로 대외협력수석 등이 자리했다.",
            ["한솔 통상교섭본부장", "나로 대외협력수석"],
        ),
        ("외국인과 기관이 각각 20억원, 10억원어치를 샀다.", ["외국인", "기관"]),
        ("'음', '흠' 등 망설이는 소리를 냈다.", ["'음'", "'흠'"]),
        ("소방대원과 한빛호 선원 등이 애썼다.", ["소방대원", "한빛호 선원"]),
        ("지난해 67명, 올해 176명 등 크게 늘었다.", ["지난해 67명", "올해 176명"]),
        # the last and the first are whole
        (
            "재원 추계, 조달 방안, 산업 범위의 탄력적 적용 등을 물었다.",
            ["재원 추계", "조달 방안", "산업 범위의 탄력적 적용"],
        ),
        ("지휘관, 자치단체장, 정치인 25명 등이 왔다.", ["지휘관", "자치단체장", "정치인 25명"]),
        ("그는 나래시와 갈매시, 달빛 개혁 등 현안을 다뤘다.", ["나래시", "갈매시", "달빛 개혁"]),
        (
            "가람의 '푸른 밤', 누리의 '하얀 숲', 한빛의 '검은 강'이 겨룬다.",
            ["가람의 '푸른 밤'", "누리의 '하얀 숲'", "한빛의 '검은 강'"],
        ),
        (
            "배에는 3명의 선원, 2명의 승객, 그리고 6명의 기자가 탔다.",
            ["3명의 선원", "2명의 승객", "6명의 기자"],
        ),
        ("동해안, 남해안, 제주도 30∼80㎜의 비가 온다.", ["동해안", "남해안", "제주도"]),
        # a table in a sentence
        (
            "먼바다 물결은 서해 1.0∼2.0m, 남해 1.0∼2.5m, 동해 1.5∼4.0m다.",
            ["서해 1.0∼2.0m", "남해 1.0∼2.5m", "동해 1.5∼4.0m"],
        ),
        (
            "물결은 서해에서 0.5~1m, 동해에서 0.5~2m, 남해에서 1~3m로 일겠다.",
            ["서해에서 0.5~1m", "동해에서 0.5~2m", "남해에서 1~3m"],
        ),
        (
            "가람지수는 0.38%, 누리지수는 0.91%, 한빛지수는 1.52% 올랐다.",
            ["가람지수는 0.38%", "누리지수는 0.91%", "한빛지수는 1.52%"],
        ),
        (
            "45세 미만은 1599명(11.8%), 45~49세는 4290명(34.2%), 50세 이상은 1323명(9.7%)이다.",
            ["45세 미만은 1599명(11.8%)", "45~49세는 4290명(34.2%)", "50세 이상은 1323명(9.7%)"],
        ),
        (
            "강릉까지 2시간 20분, 울산 5시간 15분, 목포 6시간 5분 걸린다.",
            ["강릉까지 2시간 20분", "울산 5시간 15분", "목포 6시간 5분"],
        ),
        ("기온은 8도, 서울 6도, 부산 9도, 대구 7도다.", ["서울 6도", "부산 9도", "대구 7도"]),
        (
            "매출은 3조원, 영업이익은 2천억원, 순이익은 1천억원이다.",
            ["매출은 3조원", "영업이익은 2천억원", "순이익은 1천억원"],
        ),
        ("1위는 나래시, 2위는 갈매시, 3위는 달빛시다.", ["1위는 나래시", "2위는 갈매시", "3위는 달빛시"]),
        ("나래가 12명이고, 갈매 5명, 달빛 3명이 뒤를 이었다.", ["갈매 5명", "달빛 3명"]),
        # what is of all items is no part of the last
        ("사과와 배, 감 값이 올랐다.", ["사과", "배", "감"]),
        ("의료, 교육, 주거 분야를 고친다.", ["의료", "교육", "주거"]),
        (
            "한솔 갈매시장, 나로 달빛군 의장, 새벽 별내 가람시장이 왔다.",
            ["한솔 갈매시장", "나로 달빛군 의장", "새벽 별내 가람시장"],
        ),
        ("100원짜리 동전, 교과서, 책자, 기념품 등에 실렸다.", ["100원짜리 동전", "교과서", "책자", "기념품"]),
        (
            "어린이 경기(50m, 70m), 어른 경기(100m), 노인 경기(80m), 이어달리기 등이 열린다.",
            ["어린이 경기(50m, 70m)", "어른 경기(100m)", "노인 경기(80m)", "이어달리기"],
        ),
        (
            "사령관은 나래군 대장(마크 클라크 미 육군 대장)과 갈매군 대장(김하늘), 달빛군 대장(이바다)이다.",
            ["나래군 대장(마크 클라크 미 육군 대장)", "갈매군 대장(김하늘)", "달빛군 대장(이바다)"],
        ),
        # a clause before the first is no part of it
        ("가람단이 가진 실력과 음악성, 무대, 춤 등이 바탕이다.", ["실력", "음악성", "무대", "춤"]),
        ("시는 △도로 정비와 △상수도 교체 및 △공원 조성을 한다.", ["도로 정비", "상수도 교체", "공원 조성"]),
        # things in marks
        (
            "손님들은 '값이 비싸다', '길이 멀다', '자리가 좁다'는 말을 남겼다.",
            ["'값이 비싸다'", "'길이 멀다'", "'자리가 좁다'"],
        ),
        (
            '누리꾼들은 "반갑다", "이제 안심이다" 등의 반응을 보였다.',
            ['"반갑다"', '"이제 안심이다"'],
        ),
        # counted in words
        (
            "과제는 셋이다. 첫째, 값을 내린다. 둘째, 길을 넓힌다. 셋째, 나무를 심는다.",
            ["값을 내린다", "길을 넓힌다", "나무를 심는다"],
        ),
        (
            '한 위원은 "첫째 물가를 잡아야 한다"며 "둘째 빚을 줄여야 한다"고 말했다.',
            ["물가를 잡아야 한다", "빚을 줄여야 한다"],
        ),
        ("첫 번째, 표를 산다. 두 번째, 줄을 선다.", ["표를 산다", "줄을 선다"]),
        # by dots
        ("예산 심사·특검 추천·민생법안 등 난제가 많다.", ["예산 심사", "특검 추천", "민생법안"]),
        ("경상·제주도·서해5도에 눈이 온다.", ["경상", "제주도", "서해5도"]),
        ("새벽폰S7·새벽폰S8·노을9를 판다.", ["새벽폰S7", "새벽폰S8", "노을9"]),
        ("한·미·일 3국과 문·이과 통합안을 논의했다.", ["한", "미", "일"]),
        ("한·미 양국이 논의했다.", ["한", "미"]),
        ("서울·부산·대구가 맡는다.", ["서울", "부산", "대구"]),
    ],
)
def test_items(sentence: str, items: list[str]) -> None:
    assert items_of(sentence) == [items]


@pytest.mark.parametrize(
    "sentence",
    [
        "문·이과 통합안을 냈다.",
        "1·2위 회사가 만났다.",
        "그러나 시는 15일, 의회에 예산안을 냈다.",
        "5·18 기념식을 열었다.",
        "3월, 5월, 7월에 열린다.",
        "시내 병·의원 112곳에서 맞는다.",
        "한빛은 충청북도, 충주시와 협약을 맺었다.",
        "10명, 20명, 30명이 왔다.",
        "한편, 시는 예산을 냈다.",
        "눈은 대구·울산·경북 내륙·전남 서부에 온다.",
        # two that are not of one kind, or that nothing closes
        "가람과 누리가 만났다.",
        "나래시와 손을 잡고 다리 등을 놓는다.",
        "한솔 대표와 '유언장' 다툼 등 사이가 나쁘다.",
        "조사 결과, 값 등이 올랐다.",
        # another clause
        "가람은 봄, 누리와 한빛은 가을에 쉰다.",
        # what is held with somebody
        "가람은 오는 15일 은행연합회, 5대 은행 임원과 점검 회의를 연다.",
        # of many units
        "배는 3척, 사람은 20명, 값은 5억원이다.",
        # ordinals of other things
        "첫째 아들은 학생이고 둘째 아들은 군인이다.",
        "첫째 날은 맑았다. 둘째 날은 흐렸다.",
        "첫 번째 회의가 열렸다. 두 번째 회의는 미뤘다.",
        "둘째, 길을 넓힌다. 셋째, 나무를 심는다.",
        "그는 '봄'을 냈다. '가을'은 뒤에 나왔다.",
        "시장은 웃으며, 손을 흔들고, 떠났다.",
        "나래시는 다리를 놓은 뒤, 길을 닦고, 나무를 심는 등 애썼다.",
    ],
)
def test_what_is_no_list(sentence: str) -> None:
    assert items_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "items", "flags"),
    [
        # 14: items sum to the number, 각 distributes
        ("△서울 12곳 △부산·대구 각 5곳 등 22곳", ["서울 12곳", "부산", "대구"], ()),
        ("△서울 12곳 △부산·대구 각 5곳 등 25곳", ["서울 12곳", "부산", "대구"], ("count",)),
        ("서울 12곳, 부산 5곳, 대구 3곳 등 20곳이다.", ["서울 12곳", "부산 5곳", "대구 3곳"], ()),
        ("서울 12곳, 부산 5곳, 대구 3곳 등 30곳이다.", ["서울 12곳", "부산 5곳", "대구 3곳"], ("count",)),
        ("서울, 부산, 대구 등 3곳에서 열린다.", ["서울", "부산", "대구"], ()),
        ("서울, 부산, 대구 등 5곳에서 열린다.", ["서울", "부산", "대구"], ("count",)),
        ("김모(35)씨, 이모(40)씨 등 3명을 붙잡았다.", ["김모(35)씨", "이모(40)씨"], ()),
        # two of seven are examples
        ("서울, 부산 등 7곳에서 열린다.", ["서울", "부산"], ()),
        (
            "가람·누리자동차와 한빛자동차, 새벽자동차 등 4개사다.",
            ["가람·누리자동차", "한빛자동차", "새벽자동차"],
            (),
        ),
        ("한·미·일 3국이 만났다.", ["한", "미", "일"], ()),
        ("한·미·일 4국이 만났다.", ["한", "미", "일"], ("count",)),
    ],
)
def test_count(sentence: str, items: list[str], flags: tuple[str, ...]) -> None:
    (found,) = lists_of(sentence)
    assert ([item.text for item in found.items], found.flags) == (items, flags)


def test_a_name_that_the_analyser_took_apart_is_one_item() -> None:
    read = document("가람물산과 누리바이오로직스, 한빛제약 등이 올랐다.")
    text = read.blocks[0].text
    spans = [
        read.blocks[0].span(text.index(name), text.index(name) + len(name))
        for name in ("누리바이오로직스", "한빛제약")
    ]
    entities = [Entity(id=s.text, name=s.text, type="OG", mentions=(s,)) for s in spans]
    (found,) = find_enumerations(read, [], entities)
    assert [item.text for item in found.items] == ["가람물산", "누리바이오로직스", "한빛제약"]


def test_a_number_in_the_paragraph_before_announces_a_marked_list() -> None:
    announced = "시는 3가지 과제를 냈다."
    (good,) = lists_of(announced, "시는 △도로 정비 △상수도 교체 △공원 조성을 편다.")
    (bad,) = lists_of(announced, "시는 △도로 정비 △공원 조성을 편다.")
    assert (good.about, good.flags, bad.flags) == ("과제", (), ("count",))


@pytest.mark.parametrize("mark", ["△ ", "- ", "• ", "○ "])
def test_lines_that_follow_each_other_are_one_list(mark: str) -> None:
    (found,) = lists_of(
        "대책은 다음과 같다.", f"{mark}도로를 고친다", f"{mark}공원을 만든다", "시는 곧 시작한다."
    )
    assert [(item.text, item.block) for item in found.items] == [("도로를 고친다", 1), ("공원을 만든다", 2)]


def test_items_counted_in_words_may_stand_in_paragraphs() -> None:
    lines = ["첫째, 값을 내린다.", "이는 손님을 위한 일이다.", "둘째, 길을 넓힌다."]
    assert items_of(*lines) == [["값을 내린다", "길을 넓힌다"]]
    assert items_of(lines[0], *["딴 이야기다."] * 4, lines[2]) == []


def test_lines_may_begin_with_a_dash_that_touches_its_word() -> None:
    assert items_of("-서울: 11도", "-부산: 14도") == [["서울: 11도", "부산: 14도"]]


def test_numbered_lines_count_up() -> None:
    (found,) = lists_of("1. 도로를 고친다", "2. 공원을 만든다", "3. 다리를 놓는다")
    assert len(found.items) == 3
    assert lists_of("2. 도로를 고친다", "5. 공원을 만든다") == []


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("서울 12명, 부산 5명, 대구 3명 등 광역시가 많다.", "광역시"),
        ("헝가리, 모로코, 칠레 등 성장성이 큰 나라로 넓힌다.", "나라"),
        ("가람, 누리, 한빛 등 3개사가 참여했다.", None),
        ("가람, 누리, 한빛 등 3대 그룹이 참여했다.", "그룹"),
        ("신제품인 누리폰, 누리탭, 누리북을 낸다.", "신제품"),
        ("한빛은 헝가리, 모로코, 칠레에 낸다.", "한빛"),
        ("이제는 헝가리, 모로코, 칠레에 낸다.", None),
    ],
)
def test_about(sentence: str, about: str | None) -> None:
    assert [found.about for found in lists_of(sentence)] == [about]


def test_a_headline_is_not_cut_at_its_commas() -> None:
    assert lists_of("한빛전자, 실적 발표, 주가 급등", role="title") == []


_PIECES = st.sampled_from(
    [
        "서울",
        "부산",
        ", ",
        "·",
        "△",
        "①",
        "와 ",
        " 등 ",
        "12곳",
        "(",
        ")",
        "'",
        "각 ",
        "을 ",
        "3국",
        " ",
        "- ",
        ".",
    ]
)


@given(st.lists(st.lists(_PIECES, max_size=14).map("".join), min_size=1, max_size=3))
def test_any_text_gives_items_that_place(lines: list[str]) -> None:
    read: Document = document(*lines)
    for found in find_enumerations(read, find_quantities(read, []), []):
        for item in (found, *found.items):
            assert lines[item.block][item.start : item.end] == item.text != ""
        assert len(found.items) >= 2


@pytest.mark.parametrize(
    ("text", "about", "items"),
    [
        ("◇너울전자 ▲본사 10명 ▲공장 30명", "너울전자", ["본사 10명", "공장 30명"]),
        ("◇남부 △너울 9도 △나래 11도", "남부", ["너울 9도", "나래 11도"]),
        ("◇너울 9도 ◇나래 11도 ◇가온 8도", None, ["너울 9도", "나래 11도", "가온 8도"]),
    ],
)
def test_a_heading_with_its_own_mark_is_what_the_list_is_about(
    text: str, about: str | None, items: list[str]
) -> None:
    [found] = lists_of(text)
    assert (found.about, [item.text for item in found.items]) == (about, items)


def test_each_in_brackets_counts_for_all_of_its_item() -> None:
    line = "서울(12곳), 부산(5곳), 대구·인천(각 3곳) 등 {}곳이 문을 닫았다."
    assert [found.flags for found in lists_of(line.format(23))] == [()]
    assert [found.flags for found in lists_of(line.format(24))] == [("count",)]


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("첫째 가격, 둘째 품질, 셋째 속도다.", ["가격", "품질", "속도"]),
        (
            "대책은 첫째, 값을 내린다. 둘째, 길을 넓힌다. 셋째, 사과, 배, 감 등을 산다.",
            ["값을 내린다", "길을 넓힌다", "사과, 배, 감 등을 산다"],
        ),
    ],
)
def test_items_counted_in_words_are_one_list(sentence: str, items: list[str]) -> None:
    assert items_of(sentence) == [items]
