"""A server that cannot prove whose it is gets no request."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path
from socket import create_server
from threading import Thread

import pytest

from store.web.errors import FetchError
from store.web.fetcher import Fetcher

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A server with a certificate for another host, and the file that vouches for it."""
    key, made = tmp_path / "key.pem", tmp_path / "made.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
    ]
    command += ["-keyout", str(key), "-out", str(made), "-days", "2", "-subj", "/CN=other.example"]
    subprocess.run([*command, "-addext", "subjectAltName=DNS:other.example"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, key)
    listening = create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
                with context.wrap_socket(connection, server_side=True) as secure:
                    secure.recv(1000)
                    secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")
            except ssl.SSLError:
                continue
            except OSError:
                return

    thread = Thread(target=serve, daemon=True)
    thread.start()
    yield f"https://127.0.0.1:{listening.getsockname()[1]}/", made
    listening.close()


def test_a_certificate_that_nobody_vouches_for(fetcher: Fetcher, served: tuple[str, Path]) -> None:
    with pytest.raises(FetchError, match="certificate"):
        fetcher.get(served[0], limit=100, allowed_host="127.0.0.1")


def test_a_certificate_of_another_host(
    fetcher: Fetcher, served: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, made = served
    monkeypatch.setenv("SSL_CERT_FILE", str(made))
    with pytest.raises(FetchError, match="certificate"):
        fetcher.get(url, limit=100, allowed_host="127.0.0.1")


def test_a_certificate_is_for_the_host_that_was_asked_not_for_its_number(
    fetcher: Fetcher, served: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    url, made = served
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *more, **named: real("127.0.0.1", *more, **named))
    monkeypatch.setenv("SSL_CERT_FILE", str(made))
    address = url.replace("127.0.0.1", "other.example")
    assert fetcher.get(address, limit=100, allowed_host="other.example").data == b"x"
