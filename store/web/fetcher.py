"""An address to bytes: redirects followed one by one, failures tried again, everything bounded."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Mapping
from functools import cached_property
from threading import Event
from typing import NamedTuple
from urllib.parse import urljoin

import httpcore
import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from store.web.addresses import checked_address, host_of
from store.web.answers import body_of, refusal
from store.web.errors import FetchError, StoppedError, TransientError
from store.web.network import Allowance, GuardedBackend
from store.web.turns import GAP, Turns

USER_AGENT = "sinmun/0.1 (a personal news desk)"
ACCEPT = "text/html, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"
MAX_REDIRECTS = 5
MAX_SECONDS = 30.0
"""What one request may take from its beginning to the last byte."""
CONNECT_SECONDS = 10.0
ATTEMPTS = 3


class Answer(NamedTuple):
    """What an address gave: where it came from in the end, and the bytes; ``unchanged`` has none."""

    url: str
    data: bytes
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


class Fetcher:
    """A client that may be shared by threads; ``stop`` ends all that it does, within half a second.

    ``now`` and ``sleep`` are the clock, in seconds. Whatever goes wrong is told as a FetchError.
    """

    def __init__(
        self,
        *,
        stop: Event | None = None,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        self._stop = stop or Event()
        self._now = now
        self._wait = sleep or self._stop.wait
        self._turns = Turns(now, self._sleep)

    def get(
        self,
        url: str,
        *,
        limit: int,
        etag: str | None = None,
        modified: str | None = None,
        allowed_host: str | None = None,
        gap: float = GAP,
    ) -> Answer:
        """Fetch an address: at most ``limit`` bytes, from no inner address but of ``allowed_host``.

        With what an earlier answer gave as ``etag`` and ``modified`` the server may say that nothing has
        changed. ``gap`` is the pause in seconds that its host is given afterwards.
        """
        headers = {"User-Agent": USER_AGENT, "Accept": ACCEPT, "Accept-Encoding": "gzip"}
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": modified} if modified else {}
        attempts = Retrying(
            stop=stop_after_attempt(ATTEMPTS),
            wait=_pause,
            retry=retry_if_exception_type(TransientError),
            sleep=self._sleep,
            reraise=True,
        )
        return attempts(self._follow, checked_address(url), headers, limit, allowed_host, gap)

    def _sleep(self, seconds: float) -> None:
        self._wait(seconds)
        if self._stop.is_set():
            raise StoppedError("stopped")

    def _follow(
        self, url: str, headers: Mapping[str, str], limit: int, allowed_host: str | None, gap: float
    ) -> Answer:
        for _ in range(MAX_REDIRECTS + 1):
            with self._turns.at(host_of(url), gap):
                found = self._request(url, headers, limit, allowed_host)
            if isinstance(found, Answer):
                return found
            url = _joined(url, found)
        raise FetchError(
            f"it leads on and on, through more than {MAX_REDIRECTS} redirects: check the address"
        )

    def _request(
        self, url: str, headers: Mapping[str, str], limit: int, allowed_host: str | None
    ) -> Answer | str:
        """Ask once: the answer, or the address that it points to."""
        allowance = Allowance(MAX_SECONDS, self._now, self._stop.is_set)
        transport = _Transport(self._trust, GuardedBackend(allowance, allowed_host))
        client = httpx.Client(transport=transport, trust_env=False, timeout=CONNECT_SECONDS)
        try:
            with client, client.stream("GET", url, headers=dict(headers)) as response:
                if response.status_code == httpx.codes.NOT_MODIFIED:
                    return Answer(url, b"", unchanged=True)
                if response.has_redirect_location:
                    return response.headers["location"]
                if response.status_code != httpx.codes.OK:
                    raise refusal(response)
                data = body_of(response, limit)
                return Answer(url, data, response.headers.get("etag"), response.headers.get("last-modified"))
        except httpx.TimeoutException:
            raise TransientError("the server does not answer: try later") from None
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError) as error:
            raise _failure(error) from None

    @cached_property
    def _trust(self) -> ssl.SSLContext:
        return httpx.create_ssl_context()


class _Transport(httpx.HTTPTransport):
    """httpx's transport over a network of ours, which it has no public argument for."""

    def __init__(self, trust: ssl.SSLContext, network: httpcore.NetworkBackend) -> None:
        super().__init__(verify=trust, trust_env=False)
        self._pool = httpcore.ConnectionPool(ssl_context=trust, network_backend=network)


def _joined(url: str, location: str) -> str:
    try:
        return checked_address(urljoin(url, location))
    except ValueError:
        raise FetchError(f"it leads to {location[:60]!r}, which is no address: try later") from None


def _failure(error: Exception) -> FetchError:
    reason = str(error) or type(error).__name__
    if "CERTIFICATE_VERIFY_FAILED" in reason:
        return FetchError(f"its certificate is not good for that host ({reason}): it may be another's server")
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return FetchError(f"it is no address ({reason}): correct it")
    return TransientError(f"the connection broke ({reason}): try later")


def _pause(state: RetryCallState) -> float:
    """Wait as long as the server asks for, or 1, 2, 4 … seconds."""
    error = state.outcome.exception() if state.outcome else None
    asked = error.wait if isinstance(error, TransientError) else None
    return asked if asked is not None else 2.0 ** (state.attempt_number - 1)
