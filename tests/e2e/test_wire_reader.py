"""The installed reader on the wire: coming back to the same place, several at once, a kiosk over ssh."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminals import sshd
from tests.terminals.session import Session

LATERAL = Path(sys.executable).with_name("lateral")
DOWN = "\x1b[B"


class Home:
    """A user's folders and a library in them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = folder / "library"
        self.env: dict[str, str | None] = {
            **{f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "STATE", "CONFIG", "CACHE")},
            "LATERAL_LIBRARY": str(self.library),
        }

    def articles(self, name: str, count: int) -> Path:
        """A file of articles."""
        path = self.folder / f"{name}.jsonl"
        path.write_text("\n".join(json.dumps(_article(name, number)) for number in range(count)))
        return path

    def files(self) -> list[tuple[Path, int]]:
        """The library's files with the times of their last change, but for what SQLite keeps for readers."""
        kept = (path for path in self.library.rglob("*") if not path.name.endswith(("-shm", "-wal")))
        return sorted((path, path.stat().st_mtime_ns) for path in kept)

    def add(self, path: Path) -> subprocess.Popen[bytes]:
        """An import that is running."""
        env = {**os.environ, **{name: value for name, value in self.env.items() if value}}
        return subprocess.Popen([LATERAL, "add", path], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def open(self, *arguments: str) -> Session:
        """The reader."""
        return Session([LATERAL, *arguments], env=self.env)


def _article(name: str, number: int) -> dict[str, str]:
    text = "\n\n".join(f"Paragraph {part} of {name} {number}, {part * 7} boats." for part in range(40))
    return {"title": f"{name} {number}", "text": text, "source": name}


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("home"))
    assert home.add(home.articles("Harbour", 30)).wait() == 0
    return home


@pytest.fixture
def home(stocked: Home) -> Home:
    """The library, and a user who has not read in it yet."""
    shutil.rmtree(stocked.folder / "state", ignore_errors=True)
    return stocked


def text_of(session: Session) -> list[str]:
    """The lines of the screen without title, status and keys, and without the sign of the cursor."""
    return [line.replace("›", " ") for line in session.emulator.lines[1:-2]]


@pytest.mark.parametrize("way", ["quit", "hang up", "kill the line"])
def test_reopening_returns_to_the_same_article_and_line(way: str, home: Home) -> None:
    with home.open() as session:
        session.wait_for("30 results")
        session.press("/harbour")
        session.press(DOWN)
        session.press("\r", 0.5)
        session.settle()
        session.press("  ", 0.5)
        session.settle()
        before = text_of(session)
        if way == "quit":
            session.type("\x11")
        elif way == "hang up":
            session.signal(signal.SIGHUP)
        else:
            session.hang_up()
        session.ended()
    with home.open() as session:
        session.read(0.3, until=lambda session: b" opening " in session.output)
        session.settle()
        assert text_of(session) == before


def test_reopening_returns_to_the_same_search_and_comparison(home: Home) -> None:
    with home.open() as session:
        session.wait_for("30 results")
        session.press("source:harbour")
        session.wait_for("30 results")
        session.press(DOWN + "xx=")
        session.wait_for("Side by side")
        session.hang_up()
        session.ended()
    with home.open() as session:
        session.wait_for("Side by side")
        session.type("q")
        session.wait_for("/  source:harbour")


def test_quitting_while_the_reader_is_still_being_loaded_is_heard(home: Home) -> None:
    with home.open("--sample") as session:
        session.wait_for("Preparing the sample library")
        session.type("\x11")  # XON, which a terminal swallows unless told otherwise
        assert session.ended() == 0
        assert session.settings[0] & termios.IXON  # type: ignore[operator]


def test_two_readers_and_an_import_live_on_one_library(home: Home) -> None:
    with home.open() as one, home.open() as other:
        for each in (one, other):
            each.wait_for("results")
        importing = home.add(home.articles("Island", 60))
        for number in range(8):
            for each in (one, other):
                each.press("/" + "harbour"[: number % 7 + 1] + "\r")
                each.press(DOWN)
                each.press("\r")
                each.press("q")
        assert importing.wait(60) == 0
        for each in (one, other):
            assert b"Sorry" not in each.output
            each.press("\x11")
            assert each.ended() == 0
    with home.open() as session:
        session.wait_for("90 articles")


@pytest.fixture(scope="module")
def kiosk(stocked: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sshd.Server]:
    settings = " ".join(f"{name}={value}" for name, value in stocked.env.items())
    force = f"ForceCommand env {settings} {LATERAL} --kiosk"
    with sshd.server(tmp_path_factory.mktemp("kiosk"), force) as server:
        yield server


@pytest.mark.parametrize("asked", ["", "sh -i", "cat /etc/passwd"])
@pytest.mark.sshd
@pytest.mark.skipif(bool(sshd.missing()), reason=sshd.missing() or "sshd is there")
def test_a_kiosk_is_the_reader_whatever_is_asked_for(asked: str, kiosk: sshd.Server, home: Home) -> None:
    before = home.files()
    with kiosk.session(asked) as session:
        session.wait_for("results")
        session.press(DOWN)
        session.press("i", 0.4)
        assert "reading only" in session.emulator.text
        session.press("\r")
        session.press("\x1a")
        session.press("!")
        session.press("\r", 0.5)
        session.press("u", 0.4)
        session.press("q")
        session.settle()
        assert "root:" not in session.emulator.text
        session.press("\x11")
        assert session.ended() == 0
    assert home.files() == before


def test_what_is_said_before_the_reader_is_there_is_not_said_into_the_last_screen(home: Home) -> None:
    with home.open("--sample") as session:
        session.wait_for("results", limit=60)
        session.press("\x11")
        session.ended()
    shutil.rmtree(home.folder / "data")
    with home.open("--sample") as session:
        session.read(0, until=lambda session: b"\x1b[?25hPreparing the sample library" in session.output)
        session.read(0, 60, lambda session: session.output.count(b"\x1b[?1049h") == 2)
        session.settle()
        assert b" opening " in session.output
        before = session.emulator.text
        session.press("\x0c", quiet=0.5)
        assert session.emulator.text == before
