"""Direct speech: its parts, its verbs, its speakers wherever they stand, and what is no speech at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.extract.quotation import find_quotations
from store.extract.quotation.unit import LONGEST, block_units
from tests.extract.speech import quotations_of, read, said

HARD = [
    (
        '정 대표는 "적자는 끝났다"며 "내년엔 흑자"라고 말했다.',
        [("정 대표", ["적자는 끝났다", "내년엔 흑자"])],
    ),
    ('윤 총재를 만난 한 의원은 "합의했다"고 전했다.', [("한 의원", ["합의했다"])]),
    ("양사가 '조건부 합병'에 합의한 것으로 전해졌다.", []),
    (
        '"매출이 40% 늘 것"이라는 전망에 오 사장은 "과장"이라고 선을 그었다.',
        [(None, ["매출이 40% 늘 것"]), ("오 사장", ["과장"])],
    ),
]


@pytest.mark.parametrize(
    ("lines", "speakers"),
    [
        # two who speak together
        (['정 대표와 오 사장은 "함께 간다"고 말했다.'], ["정 대표"]),
        (['한빛전자와 구름은행은 "함께 간다"고 밝혔다.'], ["한빛전자"]),
        (['정 대표와 만난 오 사장은 "함께 간다"고 말했다.'], ["오 사장"]),
        # a place with 에서는 is no speaker
        (
            ['정 대표는 "곧 간다"고 말했다. 나래동 갈매골에서는 "오래 기다렸다"고 말해 박수를 받았다.'],
            ["정 대표", "정 대표"],
        ),
        # words that stand in a paper are nobody's
        (['정 대표는 "곧 간다"고 말했다.', '합의문에는 "2년 안에 합친다"고 돼 있다.'], ["정 대표", None]),
        # the firm in a dispute is not its union
        (['한빛전자 노동조합은 파업한다. 이에 회사 측은 "여력이 없다"고 반박했다.'], ["한빛전자"]),
        # whose words a thing is made of
        (["경찰은 박서연이 관리인에게 '문을 열어 달라'고 부탁한 사실을 확인했다."], ["박서연"]),
        # whose words were obtained
        (['경찰은 김수로로부터 "문을 잠갔다"는 진술을 확보했다.'], ["김수로"]),
        (['경찰은 "문을 잠갔다"는 진술을 확보했다.'], [None]),
        # a kind of body for the one named before
        (['나래시는 다리를 놓는다. 시는 "내년에 끝난다"고 밝혔다.'], ["나래시"]),
        (['구름은행은 문을 닫는다. 은행은 "내년에 연다"고 밝혔다.'], ["구름은행"]),
        (["한빛전자는 공장을 닫는다.", '회사 측은 "사람은 줄이지 않는다"고 밝혔다.'], ["한빛전자"]),
        (
            ["한빛전자는 구름은행과 손을 잡았다.", '회사 측은 "사람은 줄이지 않는다"고 밝혔다.'],
            ["회사 측"],
        ),
        # 이 관계자 and then 그
        (
            [
                '한빛전자 관계자는 "곧 연다"고 말했다.',
                "강이 얼었다.",
                "눈이 왔다.",
                '이 관계자는 "값은 그대로"라고 말했다. 그는 "줄을 서 달라"고 했다.',
            ],
            ["한빛전자 관계자"] * 3,
        ),
        # the reporter in the byline says nothing
        (['(나래=새벽통신) 한겨울 기자 = "길이 얼었다"고 김수로가 말했다.'], ["김수로"]),
        # a medium tells what somebody wrote
        (['새벽일보는 김수로가 자신의 누리집에 "미안하다"는 글을 올렸다.'], ["김수로"]),
        (['직원들은 "무슨 일인지 몰랐다"는 취지로 진술했다.'], ["직원들"]),
        (["직원들은 '무슨 일인지 몰랐다'는 취지로 진술했다."], ["직원들"]),
        (
            ["값이 더 오를 것이라고 박서연 전 새벽일보 경제부문 선임 대기자 겸 논설실장이 전망했다."],
            ["박서연"],
        ),
        # a name behind its title that is no entity
        (['구름연구소의 수석 엔지니어 리아 모레티는 "곧 간다"고 말했다.'], ["리아 모레티"]),
        # who reports, behind the words
        (["두 회사가 합친다고 3일 나래 일간지 트리뷴이 정 대표를 인용해 보도했다."], ["나래 일간지 트리뷴"]),
        (["두 회사가 합친다고 구름은행, 새벽일보 등이 3일 보도했다."], ["새벽일보"]),
        # 그 over paragraphs that only say 그
        (
            [
                "김수로는 산에서 돌아왔다.",
                "그는 눈에 띄게 야위었다.",
                "그는 오래 걷지 못한다.",
                '그는 "다 괜찮다"고 말했다.',
            ],
            ["김수로"],
        ),
        (["정 대표는 통합은 없다고 끝까지 선을 긋지는 않았다."], []),
    ],
)
def test_who_is_meant(lines: list[str], speakers: list[str | None]) -> None:
    assert [speaker for speaker, _ in said(*lines)] == speakers


@pytest.mark.parametrize(("text", "expected"), HARD)
def test_hard_phrases(text: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert said(text) == expected


def test_a_speaker_is_carried_by_a_connective() -> None:
    first, second = quotations_of(
        '정 대표는 "적자는 끝났다"고 말했다. 이어 "인력은 줄이지 않는다"고 덧붙였다.'
    )
    assert (first.speaker.name, first.speaker.method) == ("정 대표", "explicit")
    assert (second.speaker.name, second.speaker.method) == ("정 대표", "carried")
    assert second.confidence < first.confidence


def test_nested_marks_and_a_speaker_after() -> None:
    (quotation,) = quotations_of("정 대표는 웃었다. \"'위기는 기회'라는 말을 믿는다\"고 그는 말했다.")
    assert quotation.quotes[0].text == "'위기는 기회'라는 말을 믿는다"
    assert (quotation.speaker.name, quotation.speaker.method) == ("정 대표", "pronoun")


PARTS = [
    '정 대표는 "문을 닫지 않는다"{} "사람을 더 뽑겠다"고 말했다.',
]


@pytest.mark.parametrize("joint", ["며", "면서", "고,", "면서도"])
def test_an_act_in_parts(joint: str) -> None:
    assert said(PARTS[0].format(joint)) == [("정 대표", ["문을 닫지 않는다", "사람을 더 뽑겠다"])]


@pytest.mark.parametrize("joint", ["이라며", "이라면서", "이라고, 또"])
def test_parts_that_end_in_a_noun(joint: str) -> None:
    text = f'정 대표는 "문을 닫을 때가 아닌 것"{joint} "사람을 더 뽑겠다"고 말했다.'
    assert said(text) == [("정 대표", ["문을 닫을 때가 아닌 것", "사람을 더 뽑겠다"])]


FORMS = [
    "말했다", "말했고 자리를 떴다", "말하며 웃었다", "말하면서 웃었다", "말하자 박수가 나왔다",
    "말했는데 반응은 없었다",
    "말하기도 했다", "말한 바 있다", "말한 것으로 알려졌다", "말해 논란이 됐다", "말했지만 믿는 이는 없었다",
    "말했습니다", "거듭 말했다", "짧게 말한 뒤 떠났다",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_verb(form: str) -> None:
    (quotation,) = quotations_of(f'정 대표는 "곧 시작한다"고 {form}.')
    assert quotation.speaker.name == "정 대표"
    assert quotation.cue.startswith("말")


VERBLESS = [
    '정 대표는 "만족한다"며 자리를 떴다.',
    '정 대표는 "아직 이르다"며 선을 그었다.',
    '정 대표는 "물러설 수 없다"고 목소리를 높였다.',
    '정 대표는 "조사를 지켜보겠다"는 입장을 내놨다.',
    '정 대표는 "누가 책임지느냐"고 반문했다.',
    '정 대표는 "꿈만 같다"는 소감을 전했다.',
    '정 대표는 "꿈만 같다"고 소감을 전했다.',
    '정 대표는 "끝까지 가겠다"는 입장이다.',
    '정 대표는 "고맙다"는 글을 올렸다.',
    '정 대표는 "함께해 달라"는 뜻의 답을 내놨다.',
    '정 대표는 "공장을 옮기지 않는다"고 손사래를 쳤다.',
    '정 대표는 "내년엔 나아질 것"으로 내다봤다.',
]


@pytest.mark.parametrize("text", VERBLESS)
def test_speech_without_a_verb_of_saying(text: str) -> None:
    ((speaker, quotes),) = said(text)
    assert speaker == "정 대표"
    assert len(quotes) == 1


def test_a_speech_noun_is_the_cue_where_there_is_no_verb() -> None:
    (quotation,) = quotations_of('정 대표는 "새 길을 열겠다"는 각오다.')
    assert quotation.cue == "각오다"


SPEAKERS = [
    ('서지훈 한빛전자 부사장 겸 CTO는 "올해 끝낸다"고 말했다.', "서지훈"),
    ('한빛전자 서지훈 부사장은 "올해 끝낸다"고 말했다.', "서지훈"),
    ('이날 한빛전자는 "올해 끝낸다"고 밝혔다.', "한빛전자"),
    ('한빛전자 측은 "사실이 아니다"라고 반박했다.', "한빛전자"),
    ('한빛전자 관계자는 "정해진 것이 없다"며 말을 아꼈다.', "한빛전자 관계자"),
    ('한빛전자의 한 관계자는 "정해진 것이 없다"고 말했다.', "한빛전자의 한 관계자"),
    ('익명을 요구한 업계 관계자는 "더 내려갈 수 있다"고 귀띔했다.', "업계 관계자"),
    ('한 관계자는 "아는 바가 없다"고 말했다.', "한 관계자"),
    ('소방당국은 "불길을 잡았다"고 밝혔다.', "소방당국"),
    ('정 대표의 변호인은 "억울하다"고 말했다.', "정 대표의 변호인"),
    ('전문가들은 "이르다"고 입을 모았다.', "전문가들"),
    ('정 대표 역시 "같은 생각"이라고 말했다.', "정 대표"),
    ('정 대표도 "같은 생각"이라고 말했다.', "정 대표"),
    ('정 대표가 국회에서 열린 회의에서 "예산을 줄이자"고 제안했다.', "정 대표"),
    ('회사가 어려워지자 정 대표는 "기다려 달라"고 호소했다.', "정 대표"),
    ('정 대표는 회사가 커지면 "사람도 는다"고 말했다.', "정 대표"),
    ('정부는 찬성했지만 민 의원이 "이르다"고 맞섰다.', "민 의원"),
    ('정 대표는 찬성했지만 민 의원은 "이르다"며 반대했다.', "민 의원"),
    ('"모르겠다"고 말한 정 대표는 자리를 떠났다.', "정 대표"),
    ('"모르겠다"고 정 대표는 말했다.', "정 대표"),
    ('한빛전자는 회의를 열고 "공장을 짓기로 했다"고 서지훈 부사장이 전했다.', "서지훈"),
    ('"모르겠다." 정 대표가 말했다.', "정 대표"),
    ('"모르는 일이라 답할 수 없다." 정 대표의 말이다.', "정 대표"),
    ('"벌써 다시 오고 싶어요." 관람객 서지수(28)씨는 엄지를 치켜세웠다.', "관람객 서지수(28)씨"),
    ('정 대표는 이렇게 말했다. "나는 모르는 일이다."', "정 대표"),
    ('정 대표: "나는 끝까지 간다."', "정 대표"),
    ('"비가 오면 물이 샌다"는 게 주민들의 설명이다.', "주민들"),
    ('"비가 오면 물이 샌다"는 주민들의 하소연이 이어졌다.', "주민들"),
    ('일각에서는 "너무 늦었다"는 지적이 나온다.', "일각"),
    ('나래시에서는 강이 넘쳤다. 정 대표는 "돕겠다"고 말했다.', "정 대표"),
    ('새벽일보는 정 대표가 "곧 물러난다"고 말했다고 보도했다.', "정 대표"),
    ('정 대표는 "곧 물러난다"고 말했다고 새벽일보가 전했다.', "정 대표"),
    ('정 대표는 "끝까지 간다"고 말한 윤 총재를 비판했다.', "윤 총재"),
    ('정 대표의 "끝까지 간다"는 발언이 논란이다.', "정 대표"),
    ('윤 총재가 만난 한 의원은 "합의했다"고 전했다.', "한 의원"),
    ('정 대표를 수사 중인 검찰은 "혐의가 뚜렷하다"고 밝혔다.', "검찰"),
    ('정 대표와 통화한 정부 관계자는 "오해였다"고 말했다.', "정부 관계자"),
    ('민 의원 측 변호인은 "증거가 없다"고 주장했다.', "민 의원 측 변호인"),
    ('정 대표는 "새 길을 열겠다"는 각오다.', "정 대표"),
    ("정 대표는 '이게 마지막 기회'라며 눈물을 보였다.", "정 대표"),
    ('"모르겠다," 정 대표는 말했다.', "정 대표"),
    ('정 대표는 "끝까지 간다"는 등의 발언을 쏟아냈다.', "정 대표"),
    ('정 대표는 회의를 마쳤다. "끝까지 간다"는 것이다.', "정 대표"),
    ('김모(32)씨는 "무서웠다"고 말했다.', "김모(32)씨"),
    ('"왜 왔느냐"고 묻는 기자에게 그는 웃었다.', "기자"),
    ('정 대표는 "반드시 이기겠"다고 다짐했다.', "정 대표"),
    ('아직 이름이 없는 모임인 빛누리회는 "곧 연다"고 밝혔다.', "빛누리회"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_who_speaks(text: str, speaker: str) -> None:
    assert [name for name, _ in said(text)] == [speaker]


def test_two_speakers_in_one_sentence() -> None:
    text = '민 의원이 "근거가 뭐냐"고 따져 묻자 정 대표는 "서류에 있다"고 답했다.'
    first, second = quotations_of(text)
    assert (first.speaker.name, first.cue) == ("민 의원", "묻자")
    assert (second.speaker.name, second.cue) == ("정 대표", "답했다")
    assert first.text.endswith("묻자")
    assert second.text.startswith("정 대표는")


@pytest.mark.parametrize(
    "text",
    [
        '"늑장 대응"이라는 지적에 정 대표는 "절차를 따랐다"고 맞섰다.',
        '"회사가 곧 팔린다"는 소문에 대해 정 대표는 "사실이 아니다"라고 일축했다.',
        '"값이 두 배가 될 것"이라는 업계의 관측에 정 대표는 "지나치다"며 고개를 저었다.',
    ],
)
def test_what_is_answered_is_not_the_answerers(text: str) -> None:
    assert len([quotes for speaker, quotes in said(text) if speaker == "정 대표"]) == 1


def test_one_verb_for_two_speakers() -> None:
    assert said('정 대표는 "간다"고, 민 의원은 "안 간다"고 각각 말했다.') == [
        ("정 대표", ["간다"]),
        ("민 의원", ["안 간다"]),
    ]


def test_this_one_is_the_one_before() -> None:
    text = '한빛전자 관계자는 "정해진 것이 없다"고 말했다. 이 관계자는 "기다려 달라"고 덧붙였다.'
    assert [name for name, _ in said(text)] == ["한빛전자 관계자", "한빛전자 관계자"]


def test_two_quotations_joined_by_a_comma_are_one_act() -> None:
    text = '정 대표는 "비용을 줄인다", "사람을 지킨다"고 강조했다.'
    assert said(text) == [("정 대표", ["비용을 줄인다", "사람을 지킨다"])]


@pytest.mark.parametrize("start", ["이어", "또", "그러면서", "아울러"])
def test_carried_across_paragraphs(start: str) -> None:
    acts = said('정 대표는 "적자는 끝났다"고 말했다.', f'{start} "사람을 뽑겠다"고 강조했다.')
    assert acts[1] == ("정 대표", ["사람을 뽑겠다"])


def test_a_speaker_is_not_carried_over_three_paragraphs() -> None:
    lines = ["강이 얼었다.", "눈이 내렸다.", '이어 "사람을 뽑겠다"고 강조했다.']
    acts = said('정 대표는 "적자는 끝났다"고 말했다.', *lines)
    assert acts[1][0] is None


def test_he_is_the_last_person_and_not_the_company() -> None:
    acts = said('정 대표는 회사를 세웠다. 한빛전자는 컸다. 그는 "운이 좋았다"고 말했다.')
    assert acts == [("정 대표", ["운이 좋았다"])]


TERMS = [
    '사람들은 이 골목을 "작은 부엌"이라고 부른다.',
    '간판에는 "오늘은 쉽니다"라고 적혀 있었다.',
    '그 식당은 "맛집"으로 불린다.',
    "구름은행은 '안전 대출'이라는 상품을 내놓았다.",
    "영화 '긴 장마'가 개봉했다.",
    '박서연의 소설 "긴 장마"를 읽었다.',
    "「도로법」과 『바다의 책』이 나왔다.",
    '한빛전자는 "꿈의 소재"를 만들었다.',
    "이른바 '반값 학교'를 두고 말이 많다.",
    "이 병은 '웃음병'이라고 불린다.",
    '한빛전자는 55" 화면을 만들었다고 자랑하지 않았다.',
]


@pytest.mark.parametrize("text", TERMS)
def test_terms_and_titles_are_left_alone(text: str) -> None:
    assert said(text) == []


SINGLE = [
    ("이 감독은 '선수들이 잘했다'고 칭찬했다.", ["선수들이 잘했다"]),
    ("이 감독은 ‘선수들이 잘했다’며 ‘다시 시작하자’고 말했다.", ["선수들이 잘했다", "다시 시작하자"]),
]


@pytest.mark.parametrize(("text", "quotes"), SINGLE)
def test_single_marks_speak_with_a_verb_of_speech(text: str, quotes: list[str]) -> None:
    assert said(text) == [("이 감독", quotes)]


def test_other_marks_speak_too() -> None:
    assert said("이 감독은 「선수들이 잘했다」고 말했다.") == [("이 감독", ["선수들이 잘했다"])]


def test_a_stop_inside_the_marks_does_not_cut_the_sentence() -> None:
    text = '정 대표는 "더는 못 간다. 여기서 멈춘다. 다른 길은 없다"고 말했다.'
    assert said(text) == [("정 대표", ["더는 못 간다. 여기서 멈춘다. 다른 길은 없다"])]


def test_the_object_of_a_verb_of_speech() -> None:
    assert said('정 대표는 현장에서 "철저한 조사"를 거듭 지시했다.') == [("정 대표", ["철저한 조사"])]
    assert said("정 대표는 '새 출발'을 다짐했다.") == []
    assert said('정 대표는 "나래의 길"을 펴냈다.') == []


def test_a_space_before_the_particle() -> None:
    assert said('정 대표는 "곧 시작한다" 라고 말했다.') == [("정 대표", ["곧 시작한다"])]


def test_an_unclosed_mark_leaves_the_others_whole() -> None:
    acts = said('정 대표는 "곧 시작한다고 말했다. 이어 "문을 연다"고 덧붙였다.')
    assert acts == [("정 대표", ["곧 시작한다"]), ("정 대표", ["문을 연다"])]


def test_an_entity_is_named_by_its_name_and_id() -> None:
    document, entities = read('서지훈 부사장은 "끝낸다"고 말했다.')
    (quotation,) = find_quotations(document, entities)
    assert quotation.speaker.entity == next(entity.id for entity in entities if entity.name == "서지훈")


def test_a_line_without_an_end_is_cut() -> None:
    document, _ = read("정부는 " * 1000)
    units = list(block_units(document.blocks[0]))
    assert max(unit.last - unit.first for unit in units) <= LONGEST
    assert [unit.first for unit in units[1:]] == [unit.last for unit in units[:-1]]


WORDS = [
    "정 대표는",
    '"적자"',
    '"끝났다"',
    "'말'",
    "“가”",
    "”",
    "‘나",
    "고",
    "라고",
    "며",
    "이라며",
    "말했다.",
    "밝혔다",
    "것이라고",
    "한다고",
    "그는",
    "이어",
    ",",
    "…",
    "(",
    ")",
    "는",
    "를",
    "것으로",
    "따르면",
]


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=14,
    )
)
def test_spans_always_place(words: list[str]) -> None:
    text = " ".join(words).replace('" 고', '"고').replace("” 고", "”고")
    document, entities = read(text or "빈 글")
    for quotation in find_quotations(document, entities):
        for span in (quotation, *quotation.quotes):
            block = document.blocks[span.block].text
            assert block[span.start : span.end] == span.text
            assert span.text.strip()
        assert 0 < quotation.confidence <= 1


TOGETHER = [
    (['정 대표와 오 사장은 "함께 간다"고 입을 모았다.'], ("정 대표", "오 사장")),
    (['정 대표, 민 의원과 오 사장은 "함께 간다"고 말했다.'], ("민 의원", "오 사장")),
    (['김수로·박서연 연구원은 "물이 언다"고 설명했다.'], ("김수로", "박서연")),
    (["한빛전자와 구름은행은 손을 잡았다.", '양사는 "함께 간다"고 밝혔다.'], ("한빛전자", "구름은행")),
    (["정 대표는 3일 오 사장을 만났다. 두 사람은 함께 가겠다고 밝혔다."], ("정 대표", "오 사장")),
    (
        ["정 대표는 3일 나래시에서 오 사장을 만났다.", '두 사람은 "서두르자"는 데 뜻을 같이했다.'],
        ("정 대표", "오 사장"),
    ),
    # three are not two, nor is one
    (["정 대표, 오 사장, 민 의원이 만났다.", '두 사람은 "간다"고 말했다.'], ("두 사람",)),
    (["정 대표가 왔다.", '두 사람은 "간다"고 말했다.'], ("두 사람",)),
    # who speaks on
    (['정 대표와 오 사장은 "간다"고 말했다. 이어 "곧 온다"고 덧붙였다.'], ("정 대표", "오 사장")),
]


@pytest.mark.parametrize(("lines", "names"), TOGETHER)
def test_who_speak_with_one_voice(lines: list[str], names: tuple[str, ...]) -> None:
    quotation = quotations_of(*lines)[-1]
    assert (quotation.speaker.names, quotation.speaker.name) == (names, names[0])


def test_each_says_the_own_words() -> None:
    assert said('정 대표와 오 사장은 각각 "간다", "남는다"는 뜻을 밝혔다.') == [
        ("정 대표", ["간다"]),
        ("오 사장", ["남는다"]),
    ]


def test_a_clause_with_its_verb_right_behind_needs_no_particle() -> None:
    assert said('정 대표는 "눈물이 맺혔다" 말했다.') == [("정 대표", ["눈물이 맺혔다"])]
    assert said('정 대표는 "눈물이 맺혔다" 그렇게 말했다.') == []


def test_what_is_done_by_saying_it() -> None:
    text = '주민들은 "고생 많았다", "앞으로는 웃자"는 글들로 정 대표를 위로했다.'
    assert said(text) == [("주민들", ["고생 많았다", "앞으로는 웃자"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"힘들 때가 있다"는 정 대표는 끝내 울었다.', [("정 대표", ["힘들 때가 있다"])]),
        ('"곧 만난다"는 정부 전망은 빗나갔다.', [(None, ["곧 만난다"])]),
        ('나래시는 "그 나름의 뜻이 있다"는 등의 이유로 두기로 했다.', [("나래시", ["그 나름의 뜻이 있다"])]),
        ('의원들은 "예산이 없다"는 이유를 물었다.', [(None, ["예산이 없다"])]),
    ],
)
def test_a_clause_in_marks_before_a_noun(text: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("said_so", ["이라고 했다", "라고 말했다", "라고 덧붙였다", "이라고 했습니다"])
def test_words_in_marks_right_behind_what_was_said_go_on(said_so: str) -> None:
    assert said(f'박서연은 까닭을 "계단 때문"{said_so}. "책방에는 계단이 많아요." 책방은 봄에 열린다.') == [
        ("박서연", ["계단 때문"]),
        ("박서연", ["책방에는 계단이 많아요."]),
    ]


@pytest.mark.parametrize("tail", ["던", "라던", "는"])
def test_who_once_said_something_is_told_by_it(tail: str) -> None:
    assert said(f'"자리를 지키겠다"{tail} 오 사장이 물러났다.') == [("오 사장", ["자리를 지키겠다"])]
    assert {name for name, _ in said(f'"자리를 지키겠다"{tail} 약속은 깨졌다.')} <= {None}
