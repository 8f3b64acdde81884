"""What lies over the edges of other widgets keeps every syllable."""

from __future__ import annotations

import pytest

from store.desk import Desk
from tests.tui.conftest import MakeApp, seated
from tests.tui.looks import cells_of

MESSAGE = "말한 사람이 있는 팩트나 이름 창의 이름을 고르세요 그리고 다시 보세요"


@pytest.mark.parametrize("width", [119, 120, 121, 122, 139, 140])
async def test_a_notice_over_the_edges_of_panes_is_whole(desk: Desk, make_app: MakeApp, width: int) -> None:
    app = make_app(desk)
    async with app.run_test(size=(width, 36), notifications=True) as pilot:
        await seated(pilot)
        await pilot.press("enter")
        app.notify(MESSAGE, markup=False, timeout=60)
        await pilot.pause()
        await pilot.pause()
        drawn = " ".join("".join(character for character, _ in row) for row in cells_of(app))
        assert [word for word in MESSAGE.split() if word not in drawn] == []
