"""The reader's driver through a real sshd: dropped lines, signals, no terminal, forced commands."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminals import sshd
from tests.terminals.command import command
from tests.terminals.sshd import Server

pytestmark = [pytest.mark.sshd, pytest.mark.skipif(bool(sshd.missing()), reason=sshd.missing() or "sshd is there")]

DOWN = "\x1b[B"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with sshd.server(tmp_path_factory.mktemp("sshd")) as server:
        yield server


def demo(saved: Path) -> str:
    made = command(saved.parent, f"{sys.executable} -m tests.terminals.demo wire {saved}")
    return f"echo pid=$$ && exec {made}"


def process_of(output: bytearray) -> int:
    return int(bytes(output).split(b"pid=")[1].split()[0])


def wait_until_gone(pid: int) -> None:
    for _ in range(200):
        if not Path(f"/proc/{pid}").exists():
            return
        time.sleep(0.05)
    pytest.fail("the process is still there")


def test_reading_and_quitting(server: Server, tmp_path: Path) -> None:
    with server.session(demo(tmp_path / "saved")) as session:
        session.wait_for("q leaves")
        session.press(DOWN * 2)
        session.type("q")
        assert session.ended() == 0
        assert (tmp_path / "saved").read_text() == "2"
        after = bytes(session.output).rsplit(b"\x1b[?1049l", 1)[1]
        assert after.startswith(b"\x1b[?25h")
        assert b"\x1b" not in after[6:], "nothing lands in the shell"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_dropped_connection_saves_and_leaves_no_process(number: int, server: Server, tmp_path: Path) -> None:
    with server.session(demo(tmp_path / "saved")) as session:
        session.wait_for("q leaves")
        pid = process_of(session.output)
        session.press(DOWN * 3)
        session.signal(number)
        wait_until_gone(pid)
        assert (tmp_path / "saved").read_text() == "3"


def test_a_dead_server_process_saves_and_leaves_no_process(server: Server, tmp_path: Path) -> None:
    with server.session(demo(tmp_path / "saved")) as session:
        session.wait_for("q leaves")
        pid = process_of(session.output)
        session.press(DOWN)
        for each in server.connections():
            os.kill(each, signal.SIGKILL)
        wait_until_gone(pid)
        assert (tmp_path / "saved").read_text() == "1"


def test_after_a_drop_the_next_session_begins_with_the_same_screen(server: Server, tmp_path: Path) -> None:
    env = {"XDG_STATE_HOME": str(tmp_path)}
    with server.session(demo(tmp_path / "saved"), env=env) as session:
        session.wait_for("q leaves")
        pid = process_of(session.output)
        session.press("\x1b[6~")
        session.signal(signal.SIGKILL)
        wait_until_gone(pid)
        before = session.emulator.lines[:-1]
    with server.session(demo(tmp_path / "saved"), env=env) as session:
        session.read(0, until=lambda session: b" opening " in session.output)
        assert b" opening " in session.output
        assert session.emulator.lines[:-1] == before


def test_without_a_terminal_one_sentence_and_no_escape(server: Server) -> None:
    command = server.command(f"exec {Path(sys.executable).parent}/lateral --sample", terminal=False)
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "--plain" in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1
    assert "\x1b" not in refused.stdout + refused.stderr


def test_typing_while_the_line_is_slow_loses_nothing(server: Server, tmp_path: Path) -> None:
    with server.session(demo(tmp_path / "saved")) as session:
        session.wait_for("q leaves")
        session.press("/ab\r" + DOWN * 4)
        session.type("q")
        assert session.ended() == 0
        assert (tmp_path / "saved").read_text() == "4"
