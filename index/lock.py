"""One writer at a time, and a sentence about who it is for the others."""

from __future__ import annotations

import fcntl
import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from index.errors import LockedError, from_os

PATIENCE = 30.0  # seconds a writer waits for another; imports commit far more often than that
_STEP = 0.05


@contextmanager
def writer(
    file: Path, patience: float | None = None, waiting: Callable[[str], None] = lambda _: None
) -> Iterator[None]:
    """Hold the write lock `file` names. It is the kernel's lock, so a killed holder leaves none behind.

    Where it is held, `waiting` is told by whom, once.
    Raises `LockedError` naming the holder after `patience` seconds (`PATIENCE` unless told), `ReadOnlyError`,
    `DiskFullError`.
    """
    try:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise from_os(error, file.parent) from error
    try:
        if not _acquired(handle):
            waiting(_holder(file))
            _wait(handle, file, PATIENCE if patience is None else patience)
        _sign(handle)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, file: Path, patience: float) -> None:
    limit = time.monotonic() + patience
    while not _acquired(handle):
        if time.monotonic() >= limit:
            raise LockedError(f"{file.parent} is being written by {_holder(file)}. Try again later.")
        time.sleep(_STEP)


def _acquired(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sign(handle: int) -> None:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    note = json.dumps({"host": socket.gethostname(), "pid": os.getpid(), "since": since}).encode()
    with suppress(OSError):  # a full disk: the lock holds without the note, and deleting must still be possible
        os.pwrite(handle, note, 0)
        os.ftruncate(handle, len(note))  # not to 0 before: ext4 would then flush the note to disk


def _holder(file: Path) -> str:
    try:
        note = json.loads(file.read_bytes())
        return f"process {note['pid']} on {note['host']} since {note['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
