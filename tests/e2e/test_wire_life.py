"""Every way out of the reader's driver, on a real pty: state saved, terminal clean, no process, no traceback."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminals.session import Session

DOWN = "\x1b[B"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """The file the demo saves its position to."""
    return tmp_path / "saved"


@pytest.fixture
def session(saved: Path) -> Iterator[Session]:
    """The demo, ready."""
    with open_demo(saved) as session:
        yield session


def open_demo(saved: Path, **more: object) -> Session:
    session = Session([sys.executable, "-m", "tests.terminals.demo", "wire", saved], **more)  # type: ignore[arg-type]
    session.wait_for("q leaves")
    return session


def is_clean(session: Session) -> bool:
    """Whether the terminal is as a shell expects it."""
    local = session.settings[3]
    assert isinstance(local, int)
    wanted = termios.ECHO | termios.ICANON | termios.ISIG
    left_over = session.emulator.modes & {1000, 1002, 1003, 1006, 1004, 2004}
    return (
        local & wanted == wanted
        and not session.emulator.cursor_hidden
        and not left_over
        and 7 in session.emulator.modes
    )


def alternate_screens(session: Session) -> tuple[int, int]:
    return session.output.count(b"\x1b[?1049h"), session.output.count(b"\x1b[?1049l")


def test_quitting_saves_and_gives_the_terminal_back(session: Session, saved: Path) -> None:
    session.press(DOWN * 3)
    session.type("q")
    assert session.ended() == 0
    assert saved.read_text() == "3"
    assert is_clean(session)
    assert alternate_screens(session) == (1, 1)


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_saves_and_gives_the_terminal_back(number: int, session: Session, saved: Path) -> None:
    session.press(DOWN * 2)
    session.signal(number)
    assert session.ended() == 128 + number
    assert saved.read_text() == "2"
    assert is_clean(session)
    assert alternate_screens(session) == (1, 1)
    assert b"Traceback" not in session.output


def test_a_lost_pty_saves_and_ends(session: Session, saved: Path) -> None:
    session.press(DOWN)
    session.hang_up()
    assert session.ended() == 128 + signal.SIGHUP
    assert saved.read_text() == "1"


def test_a_lost_pty_ends_even_where_hang_ups_are_ignored(saved: Path) -> None:
    with open_demo(saved, before=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)) as session:
        session.hang_up()
        assert session.ended() == 128 + signal.SIGHUP
        assert saved.read_text() == "0"


def test_a_signal_while_the_terminal_takes_nothing_still_ends(session: Session) -> None:
    for _ in range(60):
        session.type("\x0c")
    session.signal(signal.SIGTERM)
    time.sleep(0.5)
    assert session.ended(8) == 128 + signal.SIGTERM


def test_no_bytes_and_no_cpu_while_nothing_happens(session: Session) -> None:
    session.read(0.5)
    before, cpu = len(session.output), session.cpu()
    session.read(2.0)
    assert len(session.output) == before
    assert session.cpu() - cpu < 0.02


def test_no_query_is_sent_so_that_no_answer_can_come_late(session: Session) -> None:
    session.press(DOWN)
    session.type("q")
    session.ended()
    assert not re.search(rb"\x1b\[[?>=]?[\d;]*\$?[cnp]|\x1b\]\d+;\?", session.output)


def test_quitting_at_once_leaves_nothing_behind(saved: Path) -> None:
    with Session([sys.executable, "-m", "tests.terminals.demo", "wire", saved]) as session:
        session.type("q")
        assert session.ended() == 0
        assert is_clean(session)


def test_suspending_gives_the_shell_its_terminal_and_coming_back_repaints(saved: Path) -> None:
    script = (
        f"set -m; {sys.executable} -m tests.terminals.demo wire {saved}; echo stopped=$?; stty -a | head -4; read x; fg"
    )
    with Session(["bash", "-c", script]) as session:
        session.wait_for("q leaves")
        session.press(DOWN)
        session.type("\x1a")
        session.wait_for("stopped=148")
        session.read(0.3)
        assert is_clean(session)
        before = len(session.output)
        session.type("\r")
        session.wait_for("q leaves")
        assert b"\x1b[?1049h" in session.output[before:]
        session.press(DOWN)
        session.type("q")
        session.ended()
        assert saved.read_text() == "2"


def test_a_suspended_reader_ends_on_a_signal_and_leaves_the_terminal_to_the_shell(saved: Path) -> None:
    demo = f"{sys.executable} -m tests.terminals.demo wire {saved}"
    script = f"set -m; {demo}; kill %1; while jobs %1; do sleep .1; done; echo ended; stty -a | head -4"
    with Session(["bash", "-c", script]) as session:
        session.wait_for("q leaves")
        session.press(DOWN)
        session.type("\x1a")
        session.wait_for("Exit 143")
        session.ended()
        assert is_clean(session)
        assert saved.read_text() == "1"


def test_without_job_control_suspending_does_nothing(session: Session, saved: Path) -> None:
    session.press("\x1a", 0.4)
    session.press(DOWN)
    session.type("q")
    assert session.ended() == 0
    assert saved.read_text() == "1"


def test_a_storm_of_resizes_is_one_repaint(session: Session) -> None:
    session.read(0.3)
    before = len(session.output)
    for width in range(60, 110):
        session.resize(width, 24)
        time.sleep(0.005)
    session.read(0.5)
    assert session.output.count(b"\x1b[2J", before) <= 5
    assert "q leaves" in session.emulator.text


@pytest.mark.parametrize(("width", "height"), [(20, 5), (1, 1), (300, 100), (80, 24)])
def test_any_size_is_survived(width: int, height: int, session: Session) -> None:
    session.resize(width, height)
    session.read(0.3)
    session.press(DOWN)
    session.resize(80, 24)
    session.wait_for("q leaves")


def test_a_terminal_that_something_else_wrote_on_is_painted_again(session: Session) -> None:
    before = session.emulator.cells
    session.emulator.feed(b"\x1b[3;1HBroadcast message from root\r\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n")
    session.press("\x0c")
    assert session.emulator.cells == before


@pytest.mark.parametrize(
    "junk", [b"\xff\xfe\x80", b"\xc3", b"\x1b[?62;22c", b"\x1b]11;rgb:0/0/0\x07", b"\x00", b"\x9b"]
)
def test_whatever_is_typed_is_survived(junk: bytes, session: Session, saved: Path) -> None:
    session.press(b"/" + junk + b"\r")
    session.press(DOWN)
    session.type("q")
    assert session.ended() == 0
    assert b"Traceback" not in session.output


@pytest.mark.parametrize(
    "env",
    [
        {"TERM": "linux", "COLORTERM": None},
        {"TERM": "screen", "COLORTERM": None},
        {"TERM": "vt100", "COLORTERM": None},
        {"TERM": "tmux-256color"},
        {"TERM": "xterm", "COLORTERM": None},
        {"TERM": "xterm-256color", "COLORTERM": None},
        {"NO_COLOR": "1"},
        {"LC_ALL": "C"},
        {"LC_ALL": "de_DE.ISO-8859-1"},
        {"LATERAL_OUTPUT": "plain"},
    ],
    ids=lambda env: "-".join(f"{name}={value}" for name, value in env.items() if value),
)
def test_every_terminal_gets_what_it_understands(env: dict[str, str | None], saved: Path) -> None:
    with open_demo(saved, env=env) as session:
        session.press(DOWN * 30)
        session.type("\r")
        session.wait_for("An article")
        session.type("q")
        session.wait_for("  30 ")
        session.type("q")
        assert session.ended() == 0
        output = bytes(session.output)
        if env.get("COLORTERM", "") is None:
            assert b"38;2;" not in output
        if env.get("NO_COLOR") or env.get("TERM") == "vt100":
            assert not re.search(rb"\x1b\[[\d;]*(?:3|4)[0-7][;m]", output)
        if "LC_ALL" in env:
            assert output.isascii()


def discard(fd: int) -> None:
    """Connect a standard stream to nothing."""
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, fd)


def test_with_output_going_elsewhere_the_reader_is_on_standard_error(saved: Path) -> None:
    with open_demo(saved, before=lambda: discard(1)) as session:
        session.type("q")
        assert session.ended() == 0


def test_input_that_has_ended_is_no_spin(saved: Path) -> None:
    command: list[str | Path] = [sys.executable, "-m", "tests.terminals.demo", "wire", saved]
    with Session(command, before=lambda: discard(0)) as session:
        assert session.ended() == 128 + signal.SIGHUP
        assert b"Traceback" not in session.output


def test_keys_that_arrive_together_take_effect_one_after_the_other(session: Session, saved: Path) -> None:
    session.press("/ab\r" + DOWN * 3 + "\rq")
    assert "  ab" in session.emulator.text
    session.type("q")
    assert session.ended() == 0
    assert saved.read_text() == "3"


def test_what_is_typed_before_the_first_screen_is_not_lost(saved: Path) -> None:
    with Session([sys.executable, "-m", "tests.terminals.demo", "wire", saved]) as session:
        session.type(DOWN * 2)
        session.wait_for("q leaves")
        session.type("q")
        assert session.ended() == 0
        assert saved.read_text() == "2"


def test_the_size_is_the_windows_whatever_the_environment_says(saved: Path) -> None:
    with open_demo(saved, env={"COLUMNS": "40", "LINES": "10"}) as session:
        assert session.emulator.lines[-1].startswith("enter opens")
