"""An import in a process of its own, so that a reader's screen never waits for it.

The child is `python -m index.library.beside FOLDER STATE PATH…`. It writes one JSON line an event to stdout and
stops after the present batch once its stdin is closed, which also happens when its parent is gone.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from select import select
from threading import Event, Thread
from typing import IO, Any

from index import errors
from index.config import Settings
from index.cores import helping
from index.errors import LateralError
from index.library.callbacks import Cancelled, Each, Report
from index.library.facade import Library
from index.model import Fate, Outcome, Progress, Tally

_POLL = 0.1  # seconds between two looks at whether to stop
_NICE = 10  # typing comes first
_FAILED = "The import ended before its time. What it told of is kept; run it again for the rest."


def add(folder: Path, state: Path, named: Sequence[Path], each: Each, report: Report, cancelled: Cancelled) -> Tally:
    """Import into the library at `folder` as `Library.add` does, and raise what it raises."""
    with helping("index.library.beside", folder, state, *named) as child:
        assert child.stdin
        assert child.stdout
        for line in _lines(child.stdout, child.stdin, cancelled):
            kind, value = json.loads(line)
            if kind == "outcome":
                each(Outcome(**{**value, "fate": Fate(value["fate"])}))
            elif kind == "progress":
                report(Progress(**value))
            elif kind == "tally":
                return Tally(**{**value, "counts": {Fate(fate): n for fate, n in value["counts"].items()}})
            else:
                raise _error(*value)
    raise LateralError(_FAILED)


def _lines(output: IO[bytes], keep: IO[bytes], cancelled: Cancelled) -> Iterator[bytes]:
    """The child's lines as they come; closes `keep` once the caller wants to stop."""
    held = b""
    while True:
        if not keep.closed and cancelled():
            keep.close()
        if not select([output], [], [], _POLL)[0]:
            continue
        data = os.read(output.fileno(), 1 << 16)
        if not data:
            return
        *whole, held = (held + data).split(b"\n")
        yield from whole


def _error(kind: str, message: str) -> LateralError:
    found = getattr(errors, kind, LateralError)
    return found(message) if issubclass(found, LateralError) else LateralError(message)


def _main(folder: str, state: str, *named: str) -> None:
    """The child."""
    os.nice(_NICE)
    stop = Event()
    Thread(target=_watch, args=[stop], daemon=True).start()
    try:
        library = Library.open(Path(folder), state=Path(state), settings=Settings())
        tally = library.add(
            [Path(name) for name in named],
            each=lambda outcome: _tell("outcome", asdict(outcome)),
            report=lambda progress: _tell("progress", asdict(progress)),
            cancelled=stop.is_set,
        )
        _tell("tally", asdict(tally))
        library.close()
    except LateralError as error:
        _tell("error", [type(error).__name__, str(error)])


def _watch(stop: Event) -> None:
    """Ask for the end once stdin is closed. Reads past Python's buffer, whose lock would outlive the import."""
    while os.read(0, 1 << 10):
        pass
    stop.set()


def _tell(kind: str, value: Any) -> None:
    print(json.dumps([kind, value]), flush=True)


if __name__ == "__main__":
    _main(*sys.argv[1:])
