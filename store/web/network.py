"""The connection of one request: to an address that was checked, and never longer than it has time."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from store.web.addresses import reachable
from store.web.errors import FetchError, StoppedError, TransientError

SILENCE = 15.0
"""Seconds without a byte after which a server is given up."""
_LOOK = 0.5
"""How often a connection that waits looks whether it should still wait, in seconds."""


class Allowance:
    """How long one request may take, and whether it is still wanted."""

    def __init__(self, seconds: float, now: Callable[[], float], stopped: Callable[[], bool]) -> None:
        self.now = now
        self._seconds = seconds
        self._until = now() + seconds
        self._stopped = stopped

    def check(self) -> None:
        """Raise StoppedError where nobody waits any longer, and FetchError where the time is over."""
        if self._stopped():
            raise StoppedError("stopped")
        if self.now() > self._until:
            raise FetchError(f"it took more than {self._seconds:.0f} s: the server is too slow; try later")


class GuardedBackend(httpcore.NetworkBackend):
    """Resolves a host once, checks where it leads, and connects to just that: no second lookup can differ."""

    def __init__(self, allowance: Allowance, allowed_host: str | None) -> None:
        self._allowance, self._allowed = allowance, allowed_host
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of ``host`` that answers."""
        problem: Exception | None = None
        for address in reachable(host, port, self._allowed):
            self._allowance.check()
            try:
                stream = self._sockets.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
            else:
                return _TimedStream(stream, self._allowance)
        raise TransientError(f"{host}: nobody answers there ({problem}): try later")


class _TimedStream(httpcore.NetworkStream):
    """A stream that gives up when its time is over, even if a byte comes now and then."""

    def __init__(self, stream: httpcore.NetworkStream, allowance: Allowance) -> None:
        self._stream, self._allowance = stream, allowance

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        began = self._allowance.now()
        while True:
            self._allowance.check()
            try:
                return self._stream.read(max_bytes, timeout=_LOOK)
            except httpcore.ReadTimeout:
                if self._allowance.now() - began > SILENCE:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._allowance.check()
        self._stream.write(buffer, timeout=timeout)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        self._allowance.check()
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, timeout), self._allowance)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
