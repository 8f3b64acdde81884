"""Reading what waits in an archive on a Dask cluster: readings come back in batches, kept as they come.

The workers need sinmun and nothing of the archive; one process a core, one thread each. Dask runs whatever it
is sent: use a scheduler of your own, behind its TLS where others share the network.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from store.desk import Desk
from store.model import ReaderName, SinmunError
from store.work.catching_up import Progress
from store.work.worker import Reply, Request, answer

if TYPE_CHECKING:
    from distributed import Client, Future

BATCH = 32
AHEAD = 3
"""Batches that wait at the cluster for each of its threads: enough to keep it busy, few enough to hold."""

CONNECTING = "10s"
PATIENCE = "30s"
"""How long no batch may come back before it is asked whether there are workers at all."""

CURE = "what was read is kept: run the command again to go on"


def read_batch(requests: list[bytes]) -> list[bytes]:
    """Read some articles: encoded requests and replies. A pure function that any worker can run."""
    return [answer(request) for request in requests]


def read_on_cluster(desk: Desk, address: str, reader: ReaderName = "fast") -> Iterator[Progress]:
    """Read every article that waits on the cluster of the scheduler at ``address``.

    Gives how far it is after each batch that was kept. A batch whose worker dies is read by another. Raises
    SinmunError where the extra is missing, no scheduler answers, or the cluster fails for good.
    """
    try:
        from distributed import Client
        from distributed.client import FutureCancelledError
        from distributed.comm.core import CommClosedError
        from distributed.scheduler import KilledWorker
    except ModuleNotFoundError as error:
        raise SinmunError("a cluster needs Dask: pip install 'sinmun[cluster]'") from error
    waiting = desk.unread_by_reader(limit=-1)
    if not waiting:
        return
    batches = _batches(desk, waiting, reader)
    read = 0
    try:
        with Client(address, timeout=CONNECTING) as client:
            ahead = AHEAD * max(1, sum(client.nthreads().values()))
            running = {_send(client, batch) for batch in islice(batches, ahead)}
            while running:
                future = _first_done(client, running)
                running.remove(future)
                replies = [msgspec.msgpack.decode(reply, type=Reply) for reply in future.result()]
                running |= {_send(client, batch) for batch in islice(batches, 1)}
                readings = [reply.reading for reply in replies if reply.reading]
                for reading in readings:
                    desk.keep_reading(reading)
                read += len(readings)
                reason = "; ".join(reply.error for reply in replies if reply.error)
                yield Progress(read, len(waiting) - read, reason)
    except (OSError, TimeoutError, ValueError, CommClosedError, FutureCancelledError, KilledWorker) as error:
        raise SinmunError(f"{address}: the cluster failed ({error}); {CURE}") from error


def _first_done(client: Client, running: set[Future]) -> Future:
    """Wait for one of the batches; raises TimeoutError where the cluster has had no worker for a while."""
    from distributed import wait

    while True:
        try:
            return next(iter(wait(running, timeout=PATIENCE, return_when="FIRST_COMPLETED").done))
        except TimeoutError:
            if not client.nthreads():
                raise TimeoutError("it has no workers") from None


def _batches(desk: Desk, waiting: list[str], reader: ReaderName) -> Iterator[list[bytes]]:
    ids = iter(waiting)
    while some := list(islice(ids, BATCH)):
        yield [msgspec.msgpack.encode(Request(desk.article(each), reader)) for each in some]


def _send(client: Client, batch: list[bytes]) -> Future:
    return client.submit(read_batch, batch, pure=False)
