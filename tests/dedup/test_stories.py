"""One story or two, and groups that hold together."""

import random

import pytest

from store.dedup.signature import describe
from store.dedup.stories import compare, profile, same_story
from store.dedup.story_index import StoryIndex
from store.model import Article, Block

TITLE = "가온시 '별 보는 집' 10월 문 연다…망원경 7대"
BODY = [
    "가온시가 10년 넘게 비어 있던 옛 솔숲초등학교를 천문대로 고쳐 10월 3일 문을 연다고 28일 밝혔다.",
    "시는 46억원을 들여 교실 8칸을 전시실과 강의실로 바꾸고 옥상에 지름 7m짜리 돔을 올렸다.",
    '하람 가온시 문화국장은 "불빛이 적은 마을이라 맨눈으로도 은하수가 보인다"고 말했다.',
    "하루 관람 인원은 120명으로, 사흘 전까지 예약해야 한다. 달이 밝은 날에는 밤 11시까지 연다.",
    "입장료는 어른 5000원, 어린이 2000원이며 솔숲마을 주민은 무료로 들어간다.",
    "마을 주민들은 내년 봄부터 빈집 5채를 고쳐 숙소로 내놓기로 했다. 이장 소한결 씨는 기대가 크다고 했다.",
    "하람 국장은 천문대가 자리를 잡으면 겨울철 별자리 교실과 야간 산책길도 꾸릴 계획이라고 덧붙였다.",
]
JOBS = [
    "도담시의 지난달 고용률이 63.4%로 1년 전보다 1.2%p 높아졌다. 취업자는 21만4000명으로 3900명 늘었다.",
    "업종별로는 보건·복지가 2100명, 숙박·음식점이 1400명 늘었고, 제조업은 800명 줄었다.",
    "실업률은 2.6%로 전년 같은 달보다 0.3%p 낮았다. 청년 실업률은 5.9%로 0.7%p 낮아졌다.",
    "시는 청년 일자리 사업의 효과가 나타나고 있다고 평가하고, 하반기에도 사업을 이어 가기로 했다.",
]
AWARD = [
    "한길문학상 심사위원회는 올해 수상자로 소설가 모시내를 선정했다고 11일 밝혔다.",
    "모시내는 첫 장편에서 바닷가 마을의 사라진 방언을 되살렸다는 평가를 받았다.",
    "심사위원회는 모시내의 문장이 소리 내어 읽을 때 더 아름답다고 설명했다.",
    "시상식은 다음 달 한길시 문화회관에서 열리며 상금은 2000만원이다.",
]


def article(title: str, body: list[str], name: str = "a") -> Article:
    blocks = (Block(title, "title"), *(Block(line, "paragraph") for line in body))
    return Article(id=name, source=name, blocks=blocks)


ORIGINAL = article(TITLE, BODY)

COPIES = {
    "the same": article(TITLE, BODY),
    "another title": article("[종합] 망원경 7대 갖춘 '별 보는 집', 가온시에 문 연다", BODY),
    "another order": article(TITLE, [BODY[0], *BODY[3:], BODY[1], BODY[2]]),
    "cut to its beginning": article("가온시 천문대 10월 개관", BODY[:3]),
    "an opening of the wire": article(TITLE, ["(가온=나래통신) 이도담 기자 = " + BODY[0], *BODY[1:]]),
    "other words of saying": article(
        TITLE, [line.replace("말했다", "전했다").replace("밝혔다", "알렸다") for line in BODY]
    ),
    "other quotation marks": article(TITLE.replace("'", "‘"), [line.replace('"', "”") for line in BODY]),
    "a corrected figure": article(TITLE, [line.replace("46억", "48억") for line in BODY]),
    "two paragraphs more": article(TITLE, [*BODY[:4], *AWARD[:2], *BODY[4:]]),
}
OTHERS = {
    "another article": article("한길문학상에 모시내", AWARD),
    "a later one that shares a quote": article(
        "가온 천문대 첫날 2000명 몰려",
        [
            "3일 문을 연 가온시 천문대에 첫날부터 2000명이 넘는 시민이 찾아와 마을 길이 온종일 붐볐다.",
            "시는 임시 주차장 두 곳을 열고 순환 버스를 띄웠지만 돌아간 사람이 더 많았다.",
            BODY[2],
            "시는 예약하지 않은 관람객을 받지 않기로 하고, 돔 관람 시간을 한 사람에 20분으로 줄였다.",
            "주말 예약은 이미 다음 달 중순까지 찼다. 시는 평일 낮 관람도 검토하고 있다.",
        ],
    ),
}


@pytest.mark.parametrize("name", COPIES)
def test_copies_are_one_story(name: str) -> None:
    assert same_story(ORIGINAL, COPIES[name])
    assert same_story(COPIES[name], ORIGINAL)
    original, copy = describe([ORIGINAL, COPIES[name]])
    assert set(original.keys) & set(copy.keys)


@pytest.mark.parametrize("name", OTHERS)
def test_others_are_not(name: str) -> None:
    assert not same_story(ORIGINAL, OTHERS[name])


def test_the_same_template_with_other_numbers_is_another_story() -> None:
    chance = random.Random(3)
    other = ["".join(str(chance.randint(1, 9)) if char.isdigit() else char for char in line) for line in JOBS]
    overlap = compare(profile(article("고용률 63.4%", JOBS)), profile(article("고용률 58.1%", other)))
    assert not overlap.same
    assert "numbers" in overlap.why


def test_the_same_template_with_another_name_is_another_story() -> None:
    other = [line.replace("모시내", "구름결") for line in AWARD]
    overlap = compare(
        profile(article("한길문학상에 모시내", AWARD)), profile(article("한길문학상에 구름결", other))
    )
    assert not overlap.same
    assert "names" in overlap.why


def test_flashes_of_one_line_must_agree_as_a_whole() -> None:
    flash = article("[속보] 가온시 천문대 10월 3일 개관", [])
    assert same_story(flash, article("[속보] 가온시 천문대 10월 3일 개관", []))
    assert not same_story(flash, article("[속보] 가온시 도서관 10월 9일 폐관", []))


def test_articles_without_text_are_stories_of_their_own() -> None:
    index = StoryIndex()
    for name in ("a", "b"):
        index.add(name, *describe([article("", [], name)]))
    assert index.groups() == [["a"], ["b"]]
    assert [described.keys for described in describe([article("", [])] * 2)] == [(), ()]


def test_groups_in_the_order_of_their_first_articles() -> None:
    index = StoryIndex()
    told = {
        "a": ORIGINAL,
        "b": OTHERS["another article"],
        **{f"c{n}": copy for n, copy in enumerate(COPIES.values())},
    }
    stories = [index.add(name, one) for name, one in zip(told, describe(list(told.values())), strict=True)]
    assert stories == ["a", "b", *["a"] * len(COPIES)]
    assert index.groups() == [["a", *(f"c{n}" for n in range(len(COPIES)))], ["b"]]


def test_a_group_is_no_chain() -> None:
    """Articles that share most with the next one, and at last nothing with the first, are several stories."""
    chance = random.Random(5)
    words = [word for line in (*BODY, *AWARD, *JOBS) for word in line.split()]
    lines = [" ".join(chance.choices(words, k=14)) + "." for _ in range(24)]
    index = StoryIndex()
    chain = {str(start): article(f"소식 {start}", lines[start : start + 6]) for start in range(0, 18)}
    for name, one in chain.items():
        index.add(name, *describe([one]))
    assert len(index.groups()) > 1
    for group in index.groups():
        overlaps = [compare(profile(chain[group[0]]), profile(chain[name])).score for name in group]
        assert min(overlaps) >= 0.5


def test_keys_are_stable_and_few_and_the_same_in_any_company() -> None:
    (alone,) = describe([ORIGINAL])
    company = describe([OTHERS["another article"], article("", []), ORIGINAL, article("속보", []), ORIGINAL])
    assert alone.keys == company[2].keys == company[4].keys
    assert alone.profile.shingles.tolist() == company[2].profile.shingles.tolist()
    assert alone.profile.shingles.tolist() == profile(ORIGINAL).shingles.tolist()
    assert len(alone.keys) <= 56
    assert all(0 <= key < 2**32 for key in alone.keys)
    assert not company[1].keys and not company[3].keys
