"""The versions of one story: side by side, their claims lined up, and flagged at the desk."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Static

from store.desk import Desk
from store.extract.version import VERSION
from store.model import AnyFact, Article, Block, Reading, Span, Statistic
from tests.tui.articles import at
from tests.tui.conftest import MakeApp, desk_of, sitting
from tests.tui.looks import EVERY_LOOK, look
from tests.tui.test_desk import lines
from tui.app import SinmunApp
from tui.screens.pages.story import StoryScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.story_lists import ClaimList, VersionList

SHARED = (
    "해솔통신이 새 위성 전화를 이달 말부터 판다.",
    "값은 한 대에 90만원으로 정했고 바다와 산에서도 통화가 끊기지 않는다고 회사는 설명했다.",
    "전화기는 손바닥만 하고 무게는 200그램이며 한 번 충전하면 사흘 동안 쓸 수 있다.",
    "구조대와 원양 어선, 산악인이 먼저 쓰게 되며 내년에는 일반 고객에게도 문을 연다.",
)
ADDED = "증권가는 첫해 판매량을 3만 대로 내다본다."
DROPPED = "경쟁사인 누비텔도 비슷한 제품을 준비하고 있다."


def _version(key: str, day: str, publisher: str, countries: str, more: str) -> Article:
    reach = f"이 전화는 {countries}에서 쓸 수 있다고 회사는 밝혔다."
    return Article(
        id=key,
        source=f"seeds/{key}.txt",
        published=f"2024-06-{day}T10:00",
        publisher=publisher,
        blocks=(
            Block("해솔통신 위성 전화 [red]출시", "title"),
            Block(f"{SHARED[0]} {reach} {SHARED[1]}", "paragraph"),
            Block(f"{SHARED[2]} {SHARED[3]} {more}", "paragraph"),
        ),
    )


FIRST = _version("d1d2d3d4d5d6d7d8", "03", "[b]나루[/b] 경제", "140개국", DROPPED)
SECOND = _version("d2d3d4d5d6d7d8d9", "04", "가람일보", "150개국", ADDED)


def _figure(article: Article, block: int, text: str, value: float, unit: str, measure: str) -> AnyFact:
    span = at(article, block, text)
    return Statistic(
        text=span.text, block=span.block, start=span.start, end=span.end, id=f"s-{text}", confidence=0.9,
        rule="statistic.subject", value=value, unit=unit, measure=measure,
    )  # fmt: skip


def _read(article: Article, countries: float, more: tuple[AnyFact, ...] = ()) -> Reading:
    facts = (
        _figure(article, 1, f"{countries:.0f}개국", countries, "개국", "서비스 국가"),
        _figure(article, 1, "90만원", 900_000, "원", "값"),
        *more,
    )
    sentences = tuple(
        Span(block.text, number, 0, len(block.text)) for number, block in enumerate(article.blocks)
    )
    return Reading(article=article.id, reader="fast", version=VERSION, sentences=sentences, facts=facts)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The desk with two versions of one story, the newest of the list."""
    desk._archive.add([(FIRST, b"")])
    desk._archive.add([(SECOND, b"")])
    desk.keep_reading(_read(FIRST, 140))
    desk.keep_reading(_read(SECOND, 150, (_figure(SECOND, 2, "3만 대", 30_000, "대", "판매량"),)))
    return desk


async def story_of(pilot: Pilot[None]) -> StoryScreen:
    """Wait until the comparison has come."""
    screen = pilot.app.screen
    assert isinstance(screen, StoryScreen)
    while not screen.loaded:
        await pilot.pause()
    await pilot.pause()
    return screen


@pytest.mark.parametrize("key", ["s", "ㄴ"])
async def test_versions_and_claims_side_by_side(app: SinmunApp, key: str) -> None:
    async with sitting(app) as pilot:
        await pilot.press(key)
        screen = await story_of(pilot)
        assert str(screen.query_one("#about", Static).content) == "해솔통신 위성 전화 [red]출시  기사 2건"
        first, second = screen.query(VersionList)
        assert first.region.y == second.region.y
        assert first.region.right < second.region.right
        assert any(DROPPED in passage.text for passage in first.passages)
        signs = {passage.sign: passage.text for passage in second.passages}
        assert signs["+"] == ADDED
        assert signs["−"] == DROPPED
        assert "140개국" in signs["~"]
        assert "150개국" in signs["~"]
        claims = lines(screen.query_one(ClaimList))
        assert claims[:3] == [
            " 서로 다름 1",
            " ≠ 140개국 · 서비스 국가  ← [b]나루[/b] 경제",
            "   150개국 · 서비스 국가  ← 가람일보",
        ]
        assert claims[3] == " 서로 같음 1"
        assert claims[4].startswith(" = 통계 · 90만원 · 값")
        assert claims[5] == " 한 곳에만 1"
        assert claims[6] == " · 통계 · 3만대 · 판매량  가람일보"


async def test_narrow_has_them_one_below_the_other(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("s")
        first, second = (await story_of(pilot)).query(VersionList)
        assert first.region.x == second.region.x
        assert first.region.bottom <= second.region.y


async def test_enter_opens_a_version_at_the_place(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("s")
        screen = await story_of(pilot)
        await pilot.press("enter")
        assert app.screen is desk_of(app)
        assert desk_of(app).view.article == FIRST
        assert desk_of(app).view.fact is not None
        assert desk_of(app).view.fact.id == "s-140개국"
        await pilot.press("s")
        screen = await story_of(pilot)
        await pilot.press("shift+tab", "j", "enter")
        assert desk_of(app).view.article == SECOND
        assert not screen.is_attached


async def test_esc_goes_back(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "s")
        await story_of(pilot)
        await pilot.press("tab", "escape")
        assert app.screen is desk_of(app)
        assert desk_of(app).pane == "article"
        assert desk_of(app).view.article == SECOND


async def test_a_click_on_the_bottom_line_does_the_action(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("s")
        screen = await story_of(pilot)
        await pilot.click("KeyLine", offset=(16, 0))
        assert isinstance(screen.focused, VersionList)
        await pilot.click("KeyLine", offset=(3, 0))
        assert app.screen is desk_of(app)
        assert desk_of(app).view.article == FIRST


@pytest.mark.parametrize(("row", "other"), [(0, "140개국 ([b]나루[/b] 경제)"), (1, "150개국 (가람일보)")])
async def test_what_differs_is_flagged_on_the_cards(app: SinmunApp, row: int, other: str) -> None:
    async with sitting(app) as pilot:
        await pilot.press(*["j"] * row, "enter")
        while not any("⚠" in line for line in lines(desk_of(app).cards)):
            await pilot.pause()
        shown = lines(desk_of(app).cards)
        assert sum("⚠" in line for line in shown) == 1
        assert f"⚠ 다른 기사: {other}" in " ".join(" ".join(shown).split())
        await pilot.press("escape", "G", "enter")
        assert not any("⚠" in line for line in lines(desk_of(app).cards))


@EVERY_LOOK
async def test_how_it_looks(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    async def act(pilot: Pilot[None]) -> None:
        await pilot.press("s")
        await story_of(pilot)
        await pilot.pause()

    assert await look(make_app(desk, lang=lang), size, act) == picture


@pytest.mark.parametrize(("lang", "offer"), [("ko", "s 같은 기사"), ("en", "s Story")])
async def test_the_bottom_line_offers_the_versions_where_there_are_some(
    desk: Desk, make_app: MakeApp, lang: str, offer: str
) -> None:
    app = make_app(desk, lang=lang)
    async with sitting(app, 80, 24) as pilot:
        foot = desk_of(app).query_one(KeyLine)
        await pilot.pause()
        assert offer in str(foot.render())
        await pilot.press("G")
        await pilot.pause()
        assert offer not in str(foot.render())
        await pilot.press("g")
        await pilot.pause()
        assert offer in str(foot.render())
