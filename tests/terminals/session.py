"""A program on a pty: what it writes is counted and shown in an emulator, keys go in, and its end is observed."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import tempfile
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.terminals.emulator import Emulator

Answer = tuple[re.Pattern[bytes], bytes]
# What an xterm says to the queries that peers send.
ANSWERS: tuple[Answer, ...] = (
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[>0?c"), b"\x1b[>41;354;0c"),
    (re.compile(rb"\x1b\]11;\?(?:\x07|\x1b\\)"), b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
    (re.compile(rb"\x1b\]10;\?(?:\x07|\x1b\\)"), b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\"),
)
_KEPT = ("PATH", "HOME", "PYTHONPATH", "VIRTUAL_ENV")


@dataclass(frozen=True, slots=True)
class Reaction:
    """What followed a key: bytes, seconds until the first and the last of them, and CPU seconds spent."""

    data: bytes
    first: float
    last: float
    cpu: float


def environment(extra: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """An environment with a good terminal and little else; None removes a variable."""
    env: dict[str, str | None] = {name: os.environ[name] for name in _KEPT if name in os.environ}
    env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    env |= extra or {}
    return {name: value for name, value in env.items() if value is not None}


class Session:
    """`command` on a pty of `width` by `height`."""

    def __init__(
        self,
        command: Sequence[str | Path],
        width: int = 80,
        height: int = 24,
        env: Mapping[str, str | None] | None = None,
        answers: Sequence[Answer] = ANSWERS,
        before: Callable[[], None] | None = None,
    ) -> None:
        self.output = bytearray()
        self._emulator = Emulator(width, height)
        self._shown = 0  # bytes of the output that the emulator has seen
        self.arrivals: list[tuple[float, int]] = []  # when how many bytes were there
        self.status: int | None = None
        self._answers = answers
        self._scanned = 0
        self._master, slave = pty.openpty()
        self._size(width, height)
        self.started = time.perf_counter()
        self._home = tempfile.TemporaryDirectory(prefix="lateral-test-")
        given = environment({"XDG_STATE_HOME": self._home.name, "XDG_DATA_HOME": self._home.name} | dict(env or {}))
        self.pid = os.fork()
        if self.pid == 0:
            _become([str(part) for part in command], slave, given, before)
        os.close(slave)
        os.set_blocking(self._master, False)

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    @property
    def emulator(self) -> Emulator:
        """The screen so far. Output is interpreted when it is looked at, not while time is being taken."""
        if self._shown < len(self.output):
            self._emulator.feed(bytes(self.output[self._shown :]))
            self._shown = len(self.output)
        return self._emulator

    # Reading

    def read(self, quiet: float = 0.15, limit: float = 10.0, until: Callable[[Session], bool] | None = None) -> bytes:
        """Output until nothing came for `quiet` seconds (and `until` holds), or `limit` has passed."""
        return self._pump(quiet, limit, until).data

    def wait_for(self, text: str, limit: float = 15.0) -> None:
        """Read until `text` is on the screen; fails when it does not appear."""
        self.read(0.05, limit, lambda session: text in session.emulator.text)
        assert text in self.emulator.text, f"{text!r} is not on the screen:\n{self.emulator.text}"

    def settle(self, limit: float = 20.0, quiet: float = 0.3) -> None:
        """Read until the program has nothing more to do: no bytes, and next to no CPU time, for `quiet` seconds."""
        deadline = time.monotonic() + limit
        while time.monotonic() < deadline:
            before = self.cpu()
            if not self.read(quiet) and self.cpu() - before < 0.02:
                return

    def press(self, keys: str | bytes, quiet: float = 0.15) -> Reaction:
        """Send keys and read what follows."""
        before = self.cpu()
        self.type(keys)
        reaction = self._pump(quiet, 10.0, None)
        return Reaction(reaction.data, reaction.first, reaction.last, self.cpu() - before)

    def type(self, keys: str | bytes) -> None:
        """Send keys and read nothing."""
        with contextlib.suppress(OSError):
            os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def _pump(self, quiet: float, limit: float, until: Callable[[Session], bool] | None) -> Reaction:
        start = last = time.perf_counter()
        first: float | None = None
        mark = len(self.output)
        while (now := time.perf_counter()) - start < limit:
            if now - last > quiet and (until is None or until(self)):
                break
            if not select.select([self._master], [], [], 0.005)[0]:
                continue
            data = self._take()
            if not data:
                break
            last = self.arrivals[-1][0]
            first = first or last
        data = bytes(self.output[mark:])
        return Reaction(data, (first or start) - start, (last if data else start) - start, 0.0)

    def _take(self) -> bytes:
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return b""
        self.arrivals.append((time.perf_counter(), len(self.output) + len(data)))
        self.output += data
        self._answer()
        return data

    def _answer(self) -> None:
        for query, reply in self._answers:
            for found in query.finditer(self.output, max(0, self._scanned - 16)):
                if found.end() > self._scanned:
                    self.type(reply)
        self._scanned = len(self.output)

    # The window and the process

    def resize(self, width: int, height: int) -> None:
        """Change the window's size."""
        self.emulator.resize(width, height)
        self._size(width, height)

    def _size(self, width: int, height: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    @property
    def settings(self) -> list[object]:
        """The terminal's settings, as termios has them."""
        return list(termios.tcgetattr(self._master))

    def signal(self, number: int) -> None:
        """Send the process a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal's side of the pty."""
        os.close(self._master)
        self._master = -1

    def cpu(self) -> float:
        """CPU seconds of the process so far."""
        try:
            threads = Path(f"/proc/{self.pid}/task").iterdir()
            return sum(int((each / "schedstat").read_text().split()[0]) for each in threads) / 1e9
        except OSError:
            return 0.0

    def memory(self) -> int:
        """Resident kilobytes."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0])

    def private_memory(self) -> int:
        """Kilobytes that no other process shares."""
        fields = dict(line.split(":") for line in Path(f"/proc/{self.pid}/smaps_rollup").read_text().splitlines()[1:])
        return sum(int(fields[name].split()[0]) for name in ("Private_Clean", "Private_Dirty"))

    @property
    def gone(self) -> bool:
        """Whether the process has ended."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = os.waitstatus_to_exitcode(status) if pid else None
        return self.status is not None

    def ended(self, limit: float = 10.0) -> int:
        """Wait for the end and return the exit code, negative for a signal; fails when it does not come."""
        deadline = time.monotonic() + limit
        while not self.gone and time.monotonic() < deadline:
            if self._master >= 0:
                self._pump(0.02, 0.1, None)
            else:
                time.sleep(0.02)
        assert self.status is not None, "the process is still there"
        if self._master >= 0:  # its last words may still be on the way
            self._pump(0.02, 0.2, None)
        return self.status

    def kill(self) -> None:
        """End the process and close the pty."""
        if self.status is None:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
        if self._master >= 0:
            self.hang_up()
        self._home.cleanup()


def _become(command: list[str], slave: int, env: dict[str, str], before: Callable[[], None] | None) -> None:
    """In the child: take the pty for a controlling terminal and run the command."""
    try:
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        for fd in (0, 1, 2):
            os.dup2(slave, fd)
        os.closerange(3, 256)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)  # under nohup it is ignored, by children too
        if before is not None:
            before()
        os.execvpe(command[0], command, env)
    finally:
        os._exit(127)
