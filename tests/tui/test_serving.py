"""The desk in a browser: shown to whom the address was told, and to nobody else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from http.cookies import Morsel

import pytest
from aiohttp import ClientSession, CookieJar, WSMsgType
from aiohttp.test_utils import unused_port

from tui.web.serving import COOKIE


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """What ``sinmun serve`` prints: the address with its key."""
    command = [sys.executable, "-m", "tui.cli", "serve", "--port", str(unused_port())]
    home = tmp_path_factory.mktemp("home")
    env = {**os.environ, "SINMUN_HOME": str(home), "LANG": "ko_KR.UTF-8"}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


@pytest.fixture
def public(address: str) -> str:
    return address.partition("/?")[0]


@pytest.fixture
async def browser() -> AsyncIterator[ClientSession]:
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        yield session


async def test_the_address_with_its_key_opens_the_desk(
    address: str, public: str, browser: ClientSession
) -> None:
    async with browser.get(address) as answer:
        page = await answer.text()
    assert answer.status == 200
    assert str(answer.url) == f"{public}/"
    assert "신문" in page
    assert "https://" not in page
    cookie: Morsel[str] = browser.cookie_jar.filter_cookies(answer.url)[COOKIE]
    assert cookie.value


async def test_a_browser_shows_the_desk_and_types_into_it(
    address: str, public: str, browser: ClientSession
) -> None:
    async with browser.get(address):
        pass
    async with browser.ws_connect(f"{public}/ws?width=100&height=30") as socket:
        shown = b""
        async for message in socket:
            assert message.type == WSMsgType.BINARY
            shown += message.data
            if "신문".encode() in shown:
                break
        await socket.send_json(["stdin", "q"])
        async for _ in socket:
            pass
    assert b"Traceback" not in shown


@pytest.mark.parametrize("path", ["/", "/ws", "/?key=guessed", "/static/js/textual.js"])
async def test_without_the_key_there_is_nothing(
    address: str, public: str, browser: ClientSession, path: str
) -> None:
    async with browser.get(public + path) as answer:
        assert answer.status == 403


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Host": "evil.example"}]
)
async def test_other_pages_are_refused_even_with_the_key(
    address: str, public: str, browser: ClientSession, headers: dict[str, str]
) -> None:
    async with browser.get(address):
        pass
    async with browser.get(f"{public}/ws", headers=headers) as answer:
        assert answer.status == 403
