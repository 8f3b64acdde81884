"""The client against a server that does everything wrong; loopback only, and nobody sleeps."""

from __future__ import annotations

import gzip
import time
from threading import Event, Thread

import pytest

from store.web.errors import FetchError, StoppedError, TransientError
from store.web.fetcher import ATTEMPTS, MAX_REDIRECTS, Answer, Fetcher
from tests.web.clock import Clock
from tests.web.server import BIG, Site, bomb, drip, endless, send, silent

HERE = "127.0.0.1"


def get(fetcher: Fetcher, site: Site, path: str = "/a", **more: object) -> Answer:
    return fetcher.get(site.url + path, **{"limit": BIG, "allowed_host": HERE, **more})  # type: ignore[arg-type]


def test_a_page_comes_with_what_its_server_gave_to_ask_with(fetcher: Fetcher, site: Site) -> None:
    site.put_unchanged("/a", "기사", '"v1"')
    answer = get(fetcher, site)
    assert answer.data.decode() == "기사"
    assert (answer.etag, answer.modified) == ('"v1"', "Thu, 28 Sep 2023 07:30:00 GMT")
    again = get(fetcher, site, etag=answer.etag, modified=answer.modified)
    assert again.unchanged
    assert again.data == b""
    assert site.headers[1]["if-modified-since"] == answer.modified
    assert site.headers[0]["user-agent"].startswith("sinmun/")


def test_packed_answers_are_unpacked(fetcher: Fetcher, site: Site) -> None:
    site.put("/a", gzip.compress("기사".encode()), Content_Encoding="gzip")
    assert get(fetcher, site).data.decode() == "기사"


def test_redirects_are_followed_and_the_last_address_is_told(fetcher: Fetcher, site: Site) -> None:
    site.put("/a", "", status=302, Location="b")
    site.put("/b", "", status=301, Location=f"{site.url}/c#part")
    site.put("/c", "기사")
    assert get(fetcher, site).url == f"{site.url}/c"


def test_redirects_in_a_circle_end(fetcher: Fetcher, site: Site) -> None:
    site.put("/a", "", status=302, Location="/b")
    site.put("/b", "", status=302, Location="/a")
    with pytest.raises(FetchError, match="redirects"):
        get(fetcher, site)
    assert len(site.asked) == MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://127.0.0.1/x", "only http and https"),
        ("gopher://127.0.0.1:1/x", "only http and https"),
        ("http://localhost:1/x", "inner address"),
        ("http://10.0.0.1/x", "inner address"),
        ("http://169.254.169.254/latest/meta-data/", "inner address"),
        ("http://[::1]:1/x", "inner address"),
        ("http://[::ffff:127.0.0.1]:1/x", "inner address"),
        ("http://2130706434:1/x", "inner address"),
        ("http://0x7f.0.0.2:1/x", "inner address"),
        ("http://0/x", "inner address"),
        ("http://user:secret@127.0.0.1/x", "password"),
        ("//[", "no address"),
    ],
)
def test_redirects_lead_nowhere_inside(fetcher: Fetcher, site: Site, to: str, why: str) -> None:
    site.put("/a", "", status=302, Location=to)
    with pytest.raises(FetchError, match=why):
        get(fetcher, site)
    assert site.asked == ["/a"]


def test_an_inner_address_is_not_asked_unless_it_is_allowed(fetcher: Fetcher, site: Site) -> None:
    with pytest.raises(FetchError, match="--allow-private"):
        get(fetcher, site, allowed_host=None)
    assert site.asked == []


def test_a_name_that_leads_elsewhere_the_second_time_is_looked_up_once(
    fetcher: Fetcher, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    asked: list[str] = []
    real = socket.getaddrinfo

    def rebinding(host: str, port: int, *args: object, **more: object) -> object:
        asked.append(host)
        place = "93.184.216.34" if asked.count("rebind.example") == 1 else HERE
        return real(place if host == "rebind.example" else host, port, *args, **more)  # type: ignore[arg-type]

    connected: list[str] = []

    def connect(self: object, host: str, *args: object, **more: object) -> object:
        import httpcore

        connected.append(host)
        raise httpcore.ConnectError("no network in tests")

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr("httpcore.SyncBackend.connect_tcp", connect)
    with pytest.raises(FetchError):
        fetcher.get("http://rebind.example/x", limit=BIG)
    # Every attempt connects to the very address that its own single lookup gave and that was checked.
    assert connected == ["93.184.216.34"]


def test_a_byte_now_and_then_is_no_answer(site: Site) -> None:
    clock = Clock(step=1.0)
    site.pages["/a"] = drip(site, b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")
    with pytest.raises(FetchError, match="30 s"):
        get(Fetcher(now=clock.now, sleep=clock.sleep), site)


def test_headers_that_drip_are_no_answer(site: Site) -> None:
    clock = Clock(step=1.0)
    site.pages["/a"] = drip(site, b"HTTP/1.1 200 OK\r\nX-Long: ")
    with pytest.raises(FetchError, match="30 s"):
        get(Fetcher(now=clock.now, sleep=clock.sleep), site)


def test_a_server_that_says_nothing_is_given_up(site: Site) -> None:
    clock = Clock(step=8.0)
    site.pages["/a"] = silent(site)
    with pytest.raises(FetchError, match=r"does not answer|30 s"):
        get(Fetcher(now=clock.now, sleep=clock.sleep), site)


def test_an_endless_answer_is_cut_off(fetcher: Fetcher, site: Site) -> None:
    site.pages["/a"] = endless(site, bytes(BIG))
    with pytest.raises(FetchError, match="more than 1,048,576 bytes"):
        get(fetcher, site)


def test_a_length_that_is_too_much_is_not_even_read(fetcher: Fetcher, site: Site) -> None:
    site.put("/a", "x", Content_Length=str(1 << 30))
    with pytest.raises(FetchError, match="more than"):
        get(fetcher, site)


def test_a_bomb_is_not_unpacked(fetcher: Fetcher, site: Site) -> None:
    import tracemalloc

    site.put("/a", bomb(), Content_Encoding="gzip")
    tracemalloc.start()
    with pytest.raises(FetchError, match="more than"):
        get(fetcher, site)
    assert tracemalloc.get_traced_memory()[1] < 8 * BIG
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("body", "headers", "why"),
    [
        (b"x" * 10, {"Content_Length": "100"}, "broke|middle"),
        (gzip.compress(b"x" * 999)[:-9], {"Content_Encoding": "gzip"}, "middle"),
        (b"no gzip at all", {"Content_Encoding": "gzip"}, "unpacked"),
        (b"x", {"Content_Encoding": "br"}, "nobody asked for"),
    ],
    ids=["short", "cut", "not packed", "unknown packing"],
)
def test_damaged_answers_are_refused(
    fetcher: Fetcher, site: Site, body: bytes, headers: dict[str, str], why: str
) -> None:
    site.put("/a", body, **headers)
    with pytest.raises(FetchError, match=why):
        get(fetcher, site)


def test_what_is_no_http_is_told(fetcher: Fetcher, site: Site) -> None:
    site.pages["/a"] = lambda request: request.wfile.write(b"\x00\xff garbage\r\n\r\n") and None
    with pytest.raises(FetchError, match="connection broke"):
        get(fetcher, site)


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (401, "password"),
        (403, "refuses"),
        (404, "no such page"),
        (410, "gone for good"),
        (418, "418"),
        (204, "204"),
    ],
)
def test_a_refusal_is_told_once(fetcher: Fetcher, site: Site, status: int, why: str) -> None:
    site.put("/a", "", status=status)
    with pytest.raises(FetchError, match=why):
        get(fetcher, site)
    assert site.count("/a") == 1


def test_a_server_in_trouble_is_asked_again(fetcher: Fetcher, clock: Clock, site: Site) -> None:
    site.put("/a", "기사")
    site.put_after("/a", 1, lambda request: send(request, b"", 500, {}))
    assert get(fetcher, site).data.decode() == "기사"
    assert site.count("/a") == 2
    assert clock.slept[0] == 1.0


def test_a_server_that_stays_in_trouble_is_given_up(fetcher: Fetcher, clock: Clock, site: Site) -> None:
    site.put("/a", "", status=503)
    with pytest.raises(TransientError, match="503"):
        get(fetcher, site)
    assert site.count("/a") == ATTEMPTS
    assert [seconds for seconds in clock.slept if seconds >= 1] == [1.0, 2.0]


@pytest.mark.parametrize("wait", ["7", "Thu, 28 Sep 2023 07:30:00 GMT"])
def test_the_pause_that_a_server_asks_for_is_kept(
    fetcher: Fetcher, clock: Clock, site: Site, wait: str
) -> None:
    site.put("/a", "기사")
    site.put_after("/a", 1, lambda request: send(request, b"", 429, {"Retry-After": wait}))
    assert get(fetcher, site).data.decode() == "기사"
    assert clock.slept[0] == (7.0 if wait == "7" else 0.0)


def test_a_long_pause_is_left_for_another_time(fetcher: Fetcher, clock: Clock, site: Site) -> None:
    site.put("/a", "", status=429, Retry_After="3600")
    with pytest.raises(FetchError, match="3,600 s"):
        get(fetcher, site)
    assert site.count("/a") == 1
    assert clock.slept == []


def test_a_host_has_one_visitor_at_a_time_and_a_pause_between(
    fetcher: Fetcher, clock: Clock, site: Site
) -> None:
    at_once = [0, 0]

    second = Event()

    def answer(request: object) -> None:
        at_once[0] += 1
        at_once[1] = max(at_once)
        if at_once[0] > 1:
            second.set()
        second.wait(0.05)  # as long as a second visitor has to be seen beside this one
        at_once[0] -= 1
        send(request, b"x", 200, {})  # type: ignore[arg-type]

    site.pages["/a"] = answer  # type: ignore[assignment]
    threads = [Thread(target=get, args=(fetcher, site)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert at_once[1] == 1
    assert len(clock.slept) == 3
    assert all(0.9 <= seconds <= 1.0 for seconds in clock.slept)


def test_work_is_stopped_in_the_middle_of_an_answer(site: Site) -> None:
    stop = Event()
    site.pages["/a"] = silent(site)
    failures: list[Exception] = []

    def fetch() -> None:
        try:
            get(Fetcher(stop=stop), site)
        except FetchError as error:
            failures.append(error)

    thread = Thread(target=fetch)
    thread.start()
    while not site.asked:
        thread.join(0.01)
    stop.set()
    began = time.monotonic()
    thread.join(5)
    assert isinstance(failures[0], StoppedError)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:alert(1)", "http://", "x", "http://a b/", "http://a:0/"]
)
def test_only_web_addresses_are_fetched(fetcher: Fetcher, url: str) -> None:
    with pytest.raises(FetchError):
        fetcher.get(url, limit=BIG)
