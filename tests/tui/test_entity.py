"""The page of one name: what it tells, where enter leads, and the way back."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Sparkline, Static

from store.desk import Desk
from store.extract.version import VERSION
from store.model import Article, Block, Entity, Quotation, Reading, Speaker, Statistic
from tests.tui.articles import HANBIT, HOSTILE, at
from tests.tui.conftest import MakeApp, desk_of, sitting
from tests.tui.looks import EVERY_LOOK, look
from tests.tui.test_desk import lines
from tui.app import SinmunApp
from tui.screens.desk import DeskScreen
from tui.screens.pages.entity import EntityScreen
from tui.widgets.figures import Figures
from tui.widgets.key_line import KeyLine
from tui.widgets.statements import Statements

EARLIER = Article(
    id="e1e2e3e4e5e6e7e8",
    source="seeds/earlier.txt",
    published="2024-02-02T08:00",
    publisher="[b]나루[/b] 경제",
    blocks=(
        Block("[red]한빛전자 서지훈 “적자 길어진다”", "title"),
        Block("서지훈 대표는 “올해 안에는 흑자가 어렵다”고 말했다.", "paragraph"),
    ),
)


def _reading() -> Reading:
    words = at(EARLIER, 1, EARLIER.blocks[1].text)
    said = Quotation(
        text=words.text, block=1, start=words.start, end=words.end, id="q9", confidence=0.9,
        rule="quotation.cue", speaker=Speaker("서지훈", "ps1", "explicit"), cue="말했다", quote_type="direct",
        quotes=(at(EARLIER, 1, "올해 안에는 흑자가 어렵다"),),
    )  # fmt: skip
    who = Entity(
        id="ps1", name="서지훈", type="PS", aliases=("서 대표",), mentions=(at(EARLIER, 1, "서지훈"),)
    )
    return Reading(
        article=EARLIER.id, reader="fast", version=VERSION, sentences=(words,), entities=(who,), facts=(said,)
    )


RESULTS = Article(
    id="f1f2f3f4f5f6f7f8",
    source="seeds/results.txt",
    published="2024-03-05T08:00",
    publisher="[b]나루[/b] 경제",
    blocks=(
        Block("[red]한빛전자 1월 실적", "title"),
        Block(
            "한빛전자의 1월 매출은 지난해보다 12% 늘어 3200억원이었다. 업계 평균은 4% 늘었다. "
            "직원은 1100명이다.",
            "paragraph",
        ),
    ),
)


def _results() -> Reading:
    body = RESULTS.blocks[1].text
    first, second, third = (
        at(RESULTS, 1, part) for part in (body[:36], "업계 평균은 4% 늘었다.", body[-11:])
    )

    def figure(name: str, text: str, value: int, unit: str, **more: str) -> Statistic:
        words = at(RESULTS, 1, text)
        return Statistic(
            text=words.text, block=1, start=words.start, end=words.end, id=name, confidence=0.9,
            rule="statistic.subject", value=value, unit=unit, **more,
        )  # fmt: skip

    firm = Entity(
        id="og1",
        name="한빛전자",
        type="OG",
        aliases=("한빛",),
        mentions=(at(RESULTS, 0, "한빛전자"), at(RESULTS, 1, "한빛전자")),
    )
    facts = (
        figure("s1", "12%", 12, "%", measure="1월 매출", comparator="지난해보다"),
        figure("s2", "3200억원", 320_000_000_000, "원", measure="1월 매출", time="2024-01"),
        figure("s3", "4%", 4, "%", measure="업계 평균"),
        figure("s4", "1100명", 1100, "명", measure="한빛 직원"),
    )
    return Reading(
        article=RESULTS.id,
        reader="fast",
        version=VERSION,
        sentences=(first, second, third),
        entities=(firm,),
        facts=facts,
    )


@pytest.fixture
def figures(desk: Desk) -> Desk:
    """The desk with an article of figures on the firm."""
    desk._archive.add([(RESULTS, b"")])
    desk.keep_reading(_results())
    return desk


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The desk with an earlier article that quotes the same man."""
    desk._archive.add([(EARLIER, b"")])
    desk.keep_reading(_reading())
    return desk


async def page_of(pilot: Pilot[None]) -> EntityScreen:
    """Wait until the page has come."""
    screen = pilot.app.screen
    assert isinstance(screen, EntityScreen)
    while not screen.loaded:
        await pilot.pause()
    await pilot.pause()
    return screen


def told(screen: EntityScreen, part: str) -> str:
    return str(screen.query_one(f"#{part}", Static).content)


@pytest.mark.parametrize("key", ["i", "ㅑ"])
@pytest.mark.parametrize("size", [(80, 24), (140, 42)])
async def test_a_name_tells_all(app: SinmunApp, key: str, size: tuple[int, int]) -> None:
    async with sitting(app, *size) as pilot:
        await pilot.press("enter", "tab", key)
        screen = await page_of(pilot)
        assert told(screen, "about") == "서지훈  인물 · 기사 2건 · 언급 3번"
        assert told(screen, "names") == "다른 이름 서 대표"
        assert told(screen, "roles") == "직함 한빛전자 대표 · 2024-05-14"
        assert "한빛전자(1)" in told(screen, "company")
        assert screen.query_one(Sparkline).data == [1.0, 0.0, 0.0, 2.0]
        said = screen.query_one(Statements)
        dates = [line[1:11] for line in lines(said) if line.startswith(" 2024")]
        assert dates == ["2024-05-14", "2024-02-02"]
        assert any("[red]한빛전자 서지훈 “적자 길어진다” · [b]나루" in line for line in lines(said))


async def test_enter_opens_the_article_at_the_statement(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "]", "i")
        await page_of(pilot)
        await pilot.press("j", "enter")
        screen = desk_of(app)
        assert app.screen is screen
        assert screen.pane == "article"
        assert screen.view.article == EARLIER
        assert screen.view.fact is not None
        assert screen.view.fact.id == "q9"
        await pilot.press("escape")
        assert isinstance(app.screen, EntityScreen)
        await page_of(pilot)
        await pilot.press("escape", "escape")
        assert app.screen is screen
        assert screen.pane == "headlines"


@pytest.mark.parametrize("size", [(80, 24), (140, 42)])
async def test_the_figures_of_a_firm_lead_to_their_places(
    figures: Desk, make_app: MakeApp, size: tuple[int, int]
) -> None:
    """Those in whose sentence it stands, or whose measure names it; no others."""
    app = make_app(figures)
    async with sitting(app, *size) as pilot:
        await pilot.press("enter", "tab", "j", "i")
        screen = await page_of(pilot)
        shown = screen.query_one(Figures)
        assert screen.focused is shown, "it said nothing"
        assert shown.border_title == "통계 3"
        text = [line.strip() for line in lines(shown) if line.strip()]
        assert text[0] == "2024-03-05  1월 매출 12%  지난해보다"
        assert text[1] == "[red]한빛전자 1월 실적 · [b]나루[/b] 경제"
        assert text[2] == "2024-03-05  1월 매출 3200억원  2024-01"
        assert text[4] == "2024-03-05  한빛 직원 1,100명"
        await pilot.press("j", "enter")
        await pilot.pause()
        view = desk_of(app).view
        assert view.article == RESULTS
        assert view.fact is not None
        assert view.fact.id == "s2"
        await pilot.press("escape")
        assert isinstance(app.screen, EntityScreen), "and back to the figures"


async def test_a_figure_leads_to_the_firm_that_it_is_about(figures: Desk, make_app: MakeApp) -> None:
    app = make_app(figures)
    async with sitting(app, 80, 24) as pilot:
        for number in range(1, 5):
            await pilot.press("j", "j", "j", "enter", *["]"] * number, "i")
            screen = await page_of(pilot)
            assert told(screen, "about").startswith("한빛전자")
            await pilot.press("escape", "g", "escape", "g")
        await pilot.press("enter", *["]"] * 4)
        assert desk_of(app).view.fact is not None
        assert desk_of(app).view.fact.id == "s1"
        await pilot.press("i")
        assert isinstance(app.screen, DeskScreen), "nobody is named before it"


async def test_tab_goes_from_statements_to_figures(figures: Desk, make_app: MakeApp) -> None:
    figures.correct("merge", "서지훈", "한빛전자")
    app = make_app(figures)
    async with sitting(app, 80, 24) as pilot:
        app.push_screen(EntityScreen(app.words, figures, "한빛전자"))
        await pilot.pause()
        screen = await page_of(pilot)
        assert screen.focused is screen.query_one(Statements)
        await pilot.press("tab")
        assert screen.focused is screen.query_one(Figures)
        await pilot.press("ㅣ")
        assert screen.focused is screen.query_one(Statements)


async def test_esc_goes_back_to_where_one_was(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "tab", "tab", "i")
        await page_of(pilot)
        await pilot.press("escape")
        assert app.screen is desk_of(app)
        assert desk_of(app).pane == "cards"
        assert desk_of(app).view.article == HANBIT


async def test_where_nobody_is_named_it_says_so(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("G", "i")
        assert isinstance(app.screen, DeskScreen)
        assert [notice.message for notice in app._notifications] == [
            "말한 사람이 있는 팩트나 이름 창의 이름을 먼저 고르세요."
        ]


async def test_a_name_that_no_article_has_leads_back(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app, 80, 24) as pilot:
        app.push_screen(EntityScreen(app.words, desk, HOSTILE.title))
        while app.screen is not desk_of(app):
            await pilot.pause()
        assert app._notifications


@pytest.mark.parametrize(("lang", "kind"), [("ko", "장소"), ("en", "place")])
async def test_a_name_is_corrected_on_its_own_page(
    desk: Desk, make_app: MakeApp, lang: str, kind: str
) -> None:
    app = make_app(desk, lang=lang)
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "tab", "i")
        await page_of(pilot)
        await pilot.press("R", *["backspace"] * 3, *"서지호", "enter")
        screen = await page_of(pilot)
        assert told(screen, "about").startswith("서지호  ")
        assert str(screen.query_one(KeyLine).render()).startswith("u ")
        await pilot.press("T", *kind, "enter")
        screen = await page_of(pilot)
        assert f"  {kind} ·" in told(screen, "about").lower()
        await pilot.press("u")
        await page_of(pilot)
        await pilot.press("u")
        screen = await page_of(pilot)
        assert told(screen, "about").startswith("서지훈  ")
        assert desk.corrections() == ()
        assert "undo" not in screen.query_one(KeyLine).names
        await pilot.press("S", "enter")
        screen = await page_of(pilot)
        assert [(each.kind, each.other) for each in desk.corrections()] == [("split", "서 대표")]
        await pilot.press("u", "M", *"한빛", "enter")
        screen = await page_of(pilot)
        assert told(screen, "about").startswith("한빛전자  ")
        await pilot.press("escape")
        await pilot.pause()
        assert "서지훈" not in [entity.name for entity in desk_of(app).entities.all]


async def test_nothing_is_undone_on_a_page_where_nothing_was_corrected(app: SinmunApp, desk: Desk) -> None:
    desk.annotate(HANBIT.id, note="남는 메모")
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "tab", "i")
        await page_of(pilot)
        await pilot.press("u")
        assert [notice.message for notice in app._notifications] == ["되돌릴 것이 없습니다."]
        assert len(desk.annotations(HANBIT.id)) == 1


@EVERY_LOOK
async def test_how_it_looks(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    async def act(pilot: Pilot[None]) -> None:
        await pilot.press("enter", "tab", "i")
        await page_of(pilot)
        await pilot.pause()

    assert await look(make_app(desk, lang=lang), size, act) == picture


@EVERY_LOOK
async def test_how_figures_look(
    picture: SnapshotAssertion, figures: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    async def act(pilot: Pilot[None]) -> None:
        await pilot.press("enter", "tab", "j", "i")
        await page_of(pilot)
        await pilot.pause()

    assert await look(make_app(figures, lang=lang), size, act) == picture
