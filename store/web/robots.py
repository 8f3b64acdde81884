"""What a site lets programs fetch, as its robots.txt says."""

from __future__ import annotations

from threading import Lock
from urllib.parse import urlsplit

from protego import Protego

from store.web.errors import FetchError, StoppedError, TransientError
from store.web.fetcher import Fetcher
from store.web.turns import GAP

AGENT = "sinmun"
KEPT_OUT = "the site's robots.txt keeps programs out"
_MAX_BYTES = 500 * 1024


class Robots:
    """The rules of every site that was asked about, each fetched once; shared by threads."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._guard = Lock()
        self._locks: dict[str, Lock] = {}
        self._rules: dict[str, Protego] = {}
        self._trouble: dict[str, str] = {}

    def allows(self, url: str, allowed_host: str | None = None) -> bool:
        """Tell whether a page may be fetched; a site that is in trouble is left alone."""
        return self._of(url, allowed_host).can_fetch(url, AGENT)

    def refusal(self, url: str) -> str:
        """Tell why a page may not be fetched that was asked about: by the rules, or for want of them."""
        trouble = self._trouble.get(_site(url))
        return f"its robots.txt could not be fetched: {trouble}" if trouble else KEPT_OUT

    def gap(self, url: str, allowed_host: str | None = None) -> float:
        """Give the pause between two requests that the site wants, in seconds."""
        return float(self._of(url, allowed_host).crawl_delay(AGENT) or GAP)

    def _of(self, url: str, allowed_host: str | None) -> Protego:
        site = _site(url)
        with self._guard:
            lock = self._locks.setdefault(site, Lock())
        with lock:
            if site not in self._rules:
                self._rules[site] = Protego.parse(self._text(site, allowed_host))
            return self._rules[site]

    def _text(self, site: str, allowed_host: str | None) -> str:
        """Give the rules as text: none where there are none, and where the server fails, none allowed."""
        try:
            answer = self._fetcher.get(f"{site}/robots.txt", limit=_MAX_BYTES, allowed_host=allowed_host)
        except StoppedError:
            raise
        except TransientError as error:
            self._trouble[site] = str(error)
            return "User-agent: *\nDisallow: /"
        except FetchError:
            return ""
        return answer.data.decode("utf-8", "replace")


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
