"""A server on loopback that does everything wrong, one path a mistake."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

BIG = 1024 * 1024
ENOUGH = 64
"""Packets after which an endless answer ends after all, should nobody have hung up."""


class Site:
    """What stands at each path, who asked for it, and with which headers."""

    def __init__(self) -> None:
        self.pages: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.closing = Event()
        self.url = ""

    def count(self, path: str) -> int:
        return Counter(self.asked)[path]

    def put(
        self, path: str, body: bytes | str, *, status: int = 200, **headers: str
    ) -> Callable[[BaseHTTPRequestHandler], None]:
        data = body.encode() if isinstance(body, str) else body

        def answer(request: BaseHTTPRequestHandler) -> None:
            send(request, data, status, {name.replace("_", "-"): value for name, value in headers.items()})

        self.pages[path] = answer
        return answer

    def put_after(self, path: str, failures: int, failure: Callable[[BaseHTTPRequestHandler], None]) -> None:
        """Fail so many times before what stands at ``path`` is given."""
        good = self.pages[path]

        def answer(request: BaseHTTPRequestHandler) -> None:
            (failure if self.count(path) <= failures else good)(request)

        self.pages[path] = answer

    def put_unchanged(self, path: str, body: str, etag: str) -> None:
        """Give ``body`` only to those who do not know it yet."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            if request.headers.get("If-None-Match") == etag:
                send(request, b"", 304, {"ETag": etag})
            else:
                send(
                    request,
                    body.encode(),
                    200,
                    {"ETag": etag, "Last-Modified": "Thu, 28 Sep 2023 07:30:00 GMT"},
                )

        self.pages[path] = answer


def send(request: BaseHTTPRequestHandler, data: bytes, status: int, headers: dict[str, str]) -> None:
    request.send_response(status)
    for name, value in {"Content-Length": str(len(data)), **headers}.items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(data)


def endless(site: Site, chunk: bytes, status: str = "200 OK") -> Callable[[BaseHTTPRequestHandler], None]:
    """Send ``chunk`` for ever, or until nobody listens."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n".encode())
        while not site.closing.is_set():
            request.wfile.write(chunk)
            request.wfile.flush()

    return answer


def drip(site: Site, text: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
    """Send a byte, then another, and never the end."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        for byte in text:
            request.wfile.write(bytes([byte]))
            request.wfile.flush()
        while not site.closing.wait(0.05):
            request.wfile.write(b"x")
            request.wfile.flush()

    return answer


def silent(site: Site) -> Callable[[BaseHTTPRequestHandler], None]:
    """Take the request and say nothing."""
    return lambda request: [None for _ in iter(lambda: site.closing.wait(0.05), True)] and None


def bomb() -> bytes:
    """Pack a great many zeroes into a few bytes."""
    return gzip.compress(bytes(64 * BIG))


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path
            site.asked.append(path)
            site.headers.append({name.casefold(): value for name, value in self.headers.items()})
            self.close_connection = True
            page = site.pages.get(path)
            with suppress(OSError):
                if page is None:
                    send(self, b"nothing here", 404, {})
                else:
                    page(self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    site.url = f"http://{host}:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
