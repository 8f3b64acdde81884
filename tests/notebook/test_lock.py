"""The lock of the notebook: one holder at a time, whoever else wants it waits or is told."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from store.model import SinmunError
from store.notebook import lock as locks
from store.notebook.lock import NotebookLock


def _hold(path: Path, pipe: Connection) -> None:
    with NotebookLock(path).held():
        pipe.send("held")
        pipe.recv()


def _holder(path: Path) -> tuple[multiprocessing.process.BaseProcess, Connection]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_hold, args=(path, theirs), daemon=True)
    process.start()
    assert ours.recv() == "held"
    return process, ours


def test_threads_and_locks_of_one_process_take_turns(tmp_path: Path) -> None:
    own, other = NotebookLock(tmp_path / "lock"), NotebookLock(tmp_path / "lock")
    counted = 0

    def count(lock: NotebookLock) -> None:
        nonlocal counted
        for _ in range(200):
            with lock.held(), lock.held():
                before = counted
                os.sched_yield()
                counted = before + 1

    threads = [threading.Thread(target=count, args=(lock,)) for lock in (own, own, other, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counted == 800


def test_another_process_that_holds_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    process, pipe = _holder(tmp_path / "lock")
    monkeypatch.setattr(locks, "WAIT_SECONDS", 0.05)
    with pytest.raises(SinmunError, match="another sinmun"), NotebookLock(tmp_path / "lock").held():
        pass
    pipe.send("enough")
    process.join()


def test_a_killed_holder_leaves_it_free(tmp_path: Path) -> None:
    process, _ = _holder(tmp_path / "lock")
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with NotebookLock(tmp_path / "lock").held():
        pass


def test_a_lock_whose_file_was_deleted_holds_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"
    lock = NotebookLock(path)
    with lock.held():
        pass
    path.unlink()
    process, pipe = _holder(path)
    monkeypatch.setattr(locks, "WAIT_SECONDS", 0.05)
    with pytest.raises(SinmunError, match="another sinmun"), lock.held():
        pass
    pipe.send("enough")
    process.join()
    with lock.held():
        pass


def test_a_lock_that_is_no_lock_is_told(tmp_path: Path) -> None:
    (tmp_path / "lock").write_bytes(b"no lock" * 1000)
    with pytest.raises(SinmunError, match="move it away"), NotebookLock(tmp_path / "lock").held():
        pass
    with pytest.raises(SinmunError, match="folder"), NotebookLock(tmp_path / "lock" / "x").held():
        pass
