"""``serve``: the desk in a browser of this machine."""

from __future__ import annotations

import socket
import sys
from argparse import Namespace
from contextlib import closing

from store.model import SinmunError
from tui.shell.output import emit, say


def serve(arguments: Namespace) -> int:
    """Serve the desk on loopback until ctrl+c; raises SinmunError without the extra or a free port."""
    try:
        from tui.web.serving import HOST, DeskServer
    except ModuleNotFoundError as error:
        raise SinmunError(
            f"the browser needs {error.name}: pip install 'sinmun[serve]'",
        ) from error
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, arguments.port))
        except OSError as error:
            raise SinmunError(
                f"port {arguments.port} can't be used ({error.strerror}): choose another with --port"
            ) from error
    given = ["--lang", arguments.lang] if arguments.lang else []
    say("the desk can be opened at this address until ctrl+c:")
    DeskServer(arguments.port, given, _tell).serve()
    return 0


def _tell(url: str) -> None:
    emit(url)
    sys.stdout.flush()
