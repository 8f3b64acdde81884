"""An ssh server on loopback for one test: its own keys, its own port, only this user."""

from __future__ import annotations

import getpass
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

SERVER = "/usr/sbin/sshd"
PATIENCE = 20.0


@contextmanager
def loopback(folder: Path) -> Iterator[list[str]]:
    """Run a server; give the command that logs in to it, which wants a command to run."""
    port = _free_port()
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    (folder / "authorized").write_bytes((folder / "user.pub").read_bytes())
    options = {
        "Port": port,
        "ListenAddress": "127.0.0.1",
        "HostKey": folder / "host",
        "AuthorizedKeysFile": folder / "authorized",
        "PidFile": "none",
        "StrictModes": "no",
        "UsePAM": "no",
        "PasswordAuthentication": "no",
        "AcceptEnv": "LANG LC_*",
    }
    config = folder / "sshd_config"
    config.write_text("".join(f"{name} {value}\n" for name, value in options.items()))
    with subprocess.Popen([SERVER, "-D", "-f", str(config)], stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield [
                "ssh", "-tt", "-q", "-i", str(folder / "user"), "-p", str(port),
                "-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={folder / 'known'}",
                f"{getpass.getuser()}@127.0.0.1",
            ]  # fmt: skip
        finally:
            server.terminate()


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with closing(socket.create_connection(("127.0.0.1", port), timeout=1.0)):
                return
        except OSError:
            assert time.monotonic() < until, "the ssh server never answered"
