"""What an archive told of an article stands beside what was read in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.desk import Desk
from store.extract.version import VERSION
from store.model import Entity, Reading, Span
from tests.tui.articles import HANBIT
from tests.tui.conftest import MakeApp, desk_of, sitting
from tests.tui.test_desk import lines


@pytest.mark.parametrize(
    ("lang", "cut", "only"),
    [("ko", "본문 앞부분만", "BIGKinds에만"), ("en", "only its beginning", "Only in BIGKinds")],
)
async def test_the_names_pane_and_the_line_about_the_article(
    desk: Desk, make_app: MakeApp, seeds: Path, lang: str, cut: str, only: str
) -> None:
    added = list(desk.add([str(seeds / "016_bigkinds.xlsx")]))
    article = desk.article(str(next(each.id for each in added if "누리정밀" in each.title)))
    found = Entity(id="1", name="누리정밀", type="OG", mentions=(Span("누리정밀", 1, 0, 4),))
    desk.keep_reading(Reading(article=article.id, reader="fast", version=VERSION, entities=(found,)))
    async with sitting(make_app(desk, lang=lang)) as pilot:
        screen = desk_of(pilot.app)  # type: ignore[arg-type]
        screen.open(article.id)
        await pilot.pause()
        assert cut in " ".join("\n".join(lines(screen.view)).split())
        names = "\n".join(lines(screen.entities))
        assert only in names
        assert "백이현, 박라온" in names
        assert screen.entities.item_count() == 1
        screen.open(HANBIT.id)
        await pilot.pause()
        assert "BIGKinds" not in "\n".join([*lines(screen.view), *lines(screen.entities)])


async def test_what_stands_below_the_names_is_reached_from_the_last_one(
    desk: Desk, make_app: MakeApp, seeds: Path
) -> None:
    added = list(desk.add([str(seeds / "016_bigkinds.xlsx")]))
    article = desk.article(str(next(each.id for each in added if "누리정밀" in each.title)))
    found = [
        Entity(id=str(n), name=f"이름{n}", type="PS", mentions=(Span("누리정밀", 1, 0, 4),))
        for n in range(30)
    ]
    desk.keep_reading(Reading(article=article.id, reader="fast", version=VERSION, entities=tuple(found)))
    async with sitting(make_app(desk), 80, 24) as pilot:
        screen = desk_of(pilot.app)  # type: ignore[arg-type]
        screen.open(article.id)
        screen.go_to_pane("entities")
        await pilot.pause()
        await pilot.press("G")
        await pilot.pause()
        shown = "\n".join(lines(screen.entities))
        assert "이름9" in shown
        assert "BIGKinds에만" in shown
