"""Segments made on another core, while this process goes on with the next.

A helper is `python -m index.search.whoosh.helper FOLDER`. It reads pickled jobs from stdin, one at a time, and writes
what comes of each to stdout. It ends at once with its stdin, in the middle of a job too: what a writer that is gone
has left half made is cleaned up by the next one, as if it had made that itself.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from select import select
from struct import Struct
from threading import Thread
from types import TracebackType
from typing import Any, Generic, TypeVar

from index.cores import cores, helping
from index.errors import LateralError
from index.search.whoosh.storage import Storage

_LENGTH = Struct("!q")  # bytes of the job that follows

Given = TypeVar("Given")
Made = TypeVar("Made")


class Task(Generic[Made]):
    """Something that is made, or will be when it is asked for."""

    def __init__(self, wait: Callable[[], Made]) -> None:
        self._wait = wait

    def result(self) -> Made:
        """What has been made; waits for it. Raises what making it raised."""
        made = self._wait()
        self._wait = lambda: made
        return made


class Helper:
    """Another process, on a machine that has another core, for as long as the block lasts."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._process: subprocess.Popen[bytes] | None = None
        self._task: Task[Any] | None = None

    def __enter__(self) -> Helper:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if not self._process:
            return
        if kind:
            self._process.kill()
        with suppress(BrokenPipeError):
            self._process.communicate()

    def start(self) -> None:
        """Make ready, ahead of the first thing to share; that takes a tenth of a second, beside everything else.
        Where no process can be had, everything is done in this one."""
        if self._process is None and cores() > 1:
            with suppress(OSError):
                self._process = helping("index.search.whoosh.helper", self._storage.folder)

    def share(self, make: Callable[[Storage, Given], Made], given: Given) -> Task[Made]:
        """Have the other process call a function of a module, or call it here while that has other things to do."""
        if self._process is None or self._busy():
            made = make(self._storage, given)
            return Task(lambda: made)
        return self._given(self._process, pickle.dumps((make, given)))

    def _busy(self) -> bool:
        if self._task is None:
            return False
        assert self._process
        assert self._process.stdout
        if not select([self._process.stdout], [], [], 0)[0]:
            return True
        self._task.result()
        return False

    def _given(self, process: subprocess.Popen[bytes], job: bytes) -> Task[Any]:
        assert process.stdin
        with suppress(BrokenPipeError):
            process.stdin.write(_LENGTH.pack(len(job)))
            process.stdin.write(job)
            process.stdin.flush()
        self._task = Task(lambda: self._answer(process, job))
        return self._task

    def _answer(self, process: subprocess.Popen[bytes], job: bytes) -> Any:
        """What a job has led to. It is done here where the process has been killed, say for want of memory."""
        assert process.stdout
        self._task = None
        try:
            made, error = pickle.load(process.stdout)  # noqa: S301 - from our own process
        except (EOFError, pickle.UnpicklingError):
            self._process = None
            process.communicate()
            return _done(self._storage, job)
        if error:
            raise error
        return made


def _done(storage: Storage, job: bytes) -> Any:
    make, given = pickle.loads(job)  # noqa: S301 - from our own process
    del job  # ten megabytes and more
    return make(storage, given)


def _main(folder: str) -> None:
    """The helper."""
    storage = Storage(Path(folder))
    jobs: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_receive, args=[jobs], daemon=True).start()
    while True:
        answer: tuple[Any, Exception | None]
        try:
            answer = _done(storage, jobs.get()), None
        except (OSError, LateralError) as error:  # a full disk, a damaged segment: raised where one waits for it
            answer = None, error
        pickle.dump(answer, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _receive(jobs: SimpleQueue[bytes]) -> None:
    """Take jobs in while the main thread works, to see at once when there are no more."""
    while head := sys.stdin.buffer.read(_LENGTH.size):
        jobs.put(sys.stdin.buffer.read(*_LENGTH.unpack(head)))
    os._exit(0)


if __name__ == "__main__":
    _main(*sys.argv[1:])
