"""Reading what waits in an archive on a Dask cluster: readings come back in batches, kept as they come.

The scheduler and the workers need sinmun and nothing of the archive; one process a core, one thread each.
Dask runs whatever it is sent: use a scheduler of your own, behind its TLS where others share the network.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from store.desk import Desk
from store.extract.version import VERSION
from store.model import Article, ReaderName, SinmunError
from store.work.catching_up import Progress
from store.work.worker import Reply, read_articles

if TYPE_CHECKING:
    from distributed import Client, Future

BATCH = 32
AHEAD = 3
"""Batches that wait at the cluster for each of its threads: enough to keep it busy, few enough to hold."""

CONNECTING = "10s"
PATIENCE = "30s"
"""How long no batch may come back before it is asked whether there are workers at all."""

CURE = "what was read is kept: run the command again to go on"


def read_batch(articles: bytes, reader: ReaderName) -> bytes:
    """Read some articles: encoded Articles and Replies. A pure function that any worker can run."""
    return msgspec.msgpack.encode(read_articles(msgspec.msgpack.decode(articles, type=list[Article]), reader))


def read_on_cluster(desk: Desk, address: str, reader: ReaderName = "fast") -> Iterator[Progress]:
    """Read every article that waits on the cluster of the scheduler at ``address``.

    Gives how far it is after each batch that was kept. A batch whose worker dies is read by another; an
    article that every worker dies of, or fails at, is told and left. Raises SinmunError where the extra is
    missing, no scheduler answers, there is no worker, or the cluster has another sinmun.
    """
    waiting = desk.unread_by_reader(limit=-1)
    ids = iter(waiting)
    batches = iter(lambda: [desk.article(each) for each in islice(ids, BATCH)], [])
    read = failed = 0
    for replies in _answers(address, batches, reader) if waiting else ():
        readings = [reply.reading for reply in replies if reply.reading]
        if any(reading.version != VERSION for reading in readings):
            raise SinmunError(f"{address}: its workers have another sinmun: install this one there; {CURE}")
        desk.keep_readings(readings)
        read += len(readings)
        failed += len(replies) - len(readings)
        reason = "; ".join(reply.error for reply in replies if reply.error)
        yield Progress(read, len(waiting) - read - failed, reason)


def _answers(address: str, batches: Iterator[list[Article]], reader: ReaderName) -> Iterator[list[Reply]]:
    """Give the replies to each batch as they come, with no more than a few batches on their way."""
    try:
        from distributed import Client
        from distributed.client import FutureCancelledError
        from distributed.comm.core import CommClosedError
    except ModuleNotFoundError as error:
        raise SinmunError("a cluster needs Dask: pip install 'sinmun[cluster]'") from error
    # What fails is told once, by the error.
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    try:
        with Client(address, timeout=CONNECTING) as client:
            running: dict[Future, list[Article]] = {}
            while True:
                ahead = AHEAD * max(1, sum(client.nthreads().values()))
                for batch in islice(batches, max(0, ahead - len(running))):
                    running[_send(client, batch, reader)] = batch
                if not running:
                    return
                for future in _done(client, running):
                    batch = running.pop(future)
                    fault = future.exception()
                    if fault is None:
                        yield msgspec.msgpack.decode(future.result(), type=list[Reply])
                    elif isinstance(cause := fault.__cause__ or fault, ImportError):
                        raise ValueError(f"sinmun must be installed there too: {cause}")
                    elif len(batch) > 1:
                        running |= {_send(client, [each], reader): [each] for each in batch}
                    else:
                        yield [Reply(error=f"{batch[0].id}: {type(fault).__name__}: {fault}")]
    except MemoryError as error:
        # What it sent was taken for the length of a message.
        raise SinmunError(
            f"{address}: what answers there is no scheduler of Dask: check the address"
        ) from error
    except (OSError, TimeoutError, ValueError, CommClosedError, FutureCancelledError) as error:
        told = " ".join(str(error).split())
        raise SinmunError(f"{address}: the cluster failed ({told}); {CURE}") from error


def _done(client: Client, running: dict[Future, list[Article]]) -> list[Future]:
    """Wait for some of the batches; raises TimeoutError where the cluster has had no worker for a while."""
    from distributed import wait

    while True:
        try:
            done = wait(list(running), timeout=PATIENCE, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            if not client.nthreads():
                raise TimeoutError("it has no workers") from None
        else:
            return [future for future in running if future in done]


def _send(client: Client, batch: list[Article], reader: ReaderName) -> Future:
    return client.submit(read_batch, msgspec.msgpack.encode(batch), reader, pure=False)
