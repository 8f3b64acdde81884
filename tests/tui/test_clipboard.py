"""Copying by the system's own clipboard: the right tool, and silence where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import sitting
from tests.tui.test_desk import said
from tui.app import SinmunApp
from tui.terminal.clipboard import to_system, tools


def test_the_tool_of_the_system_is_asked() -> None:
    assert [tool[0] for tool in tools({}, "darwin")] == ["pbcopy"]
    assert [tool[0] for tool in tools({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux")][:2] == [
        "wl-copy",
        "xclip",
    ]
    assert [tool[0] for tool in tools({"WSL_DISTRO_NAME": "u"}, "linux")] == ["clip.exe"]
    assert list(tools({}, "linux")) == []


def test_text_is_given_to_the_tool(tmp_path: Path) -> None:
    tool = tmp_path / "xclip"
    tool.write_text(f'#!/bin/sh\n/bin/cat > "{tmp_path}/taken"\n', encoding="utf-8")
    tool.chmod(0o755)
    assert to_system("가“나”\n", {"DISPLAY": ":0", "PATH": str(tmp_path)})
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "가“나”\n"


def test_a_tool_that_is_missing_or_fails_is_silent(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert not to_system("글", {"DISPLAY": ":0", "PATH": str(tmp_path)})
    tool = tmp_path / "xclip"
    tool.write_text("#!/bin/sh\necho broken >&2\nexit 1\n", encoding="utf-8")
    tool.chmod(0o755)
    assert not to_system("글", {"DISPLAY": ":0", "PATH": str(tmp_path)})
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("key", ["y", "ㅛ"])
async def test_it_is_told_what_was_copied(app: SinmunApp, key: str) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "]", key)
        assert said(app).startswith("복사했습니다: “서지훈 한빛전자 대표는")
        assert app.clipboard.startswith("“서지훈")
