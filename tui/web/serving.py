"""The desk in a browser of this machine: textual-serve behind a key, for the reader who was told it alone.

Any page that a browser has open may call a port of its own machine. So a request is answered only when it is
made to this server's own address, by one of its own pages, with the key that was printed when it started.
"""

from __future__ import annotations

import asyncio
import secrets
import shlex
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web
from textual_serve.server import Server

from tui.locale import said
from tui.shell.output import SPOKEN

HOST = "127.0.0.1"
COOKIE = "sinmun"
PAGES = Path(__file__).parent / "pages"

_TRY_AGAIN = 0.02
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class DeskServer(Server):
    """Serves desks on this process's archive to browsers of this machine; ``url`` has the key in it."""

    def __init__(self, port: int, arguments: list[str], told: Callable[[str], None]) -> None:
        """``arguments`` are those of every desk; ``told`` hears the address once it can be opened."""
        command = shlex.join([sys.executable, "-m", "tui.cli", *arguments])
        super().__init__(command, host=HOST, port=port, title="신문", templates_path=PAGES)
        self._key = secrets.token_urlsafe(24)
        self._told = told
        self._lang = SPOKEN.get()

    @property
    def url(self) -> str:
        """Where the desk is, for the one who may open it."""
        return f"{self.public_url}/?key={self._key}"

    def initialize_logging(self) -> None:
        """Say nothing of single requests."""

    async def on_startup(self, app: web.Application) -> None:
        """Tell the address as soon as it answers: it listens only after this."""
        self._telling = asyncio.create_task(self._tell())

    async def _tell(self) -> None:
        while True:
            try:
                _, writer = await asyncio.open_connection(HOST, self.port)
            except ConnectionRefusedError:
                await asyncio.sleep(_TRY_AGAIN)
                continue
            writer.close()
            self._told(self.url)
            return

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()

        @web.middleware
        async def admitted(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await self._admit(request, handler)

        app.middlewares.append(admitted)
        app.router.add_static("/own", PAGES)
        return app

    async def _admit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        own = {f"{HOST}:{self.port}", f"localhost:{self.port}"}
        origin = request.headers.get("Origin", self.public_url)
        if request.host not in own or origin.removeprefix("http://") not in own:
            raise web.HTTPForbidden(text=said("this desk answers its own pages only", self._lang))
        if request.path == "/" and self._is_key(request.query.get("key", "")):
            welcome = web.HTTPFound("/")
            welcome.set_cookie(COOKIE, self._key, httponly=True, samesite="Strict")
            raise welcome
        if not self._is_key(request.cookies.get(COOKIE, "")):
            told = said("open the address that `sinmun serve` printed, with its key", self._lang)
            raise web.HTTPForbidden(text=told)
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = (
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                f" font-src 'self' data:; connect-src 'self' ws://{request.host}; frame-ancestors 'none'"
            )
        return response

    def _is_key(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._key.encode())
