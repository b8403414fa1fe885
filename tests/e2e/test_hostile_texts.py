"""Hostile articles through every screen, dialog, command and message of the installed program."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.articles import LONG_WORD, MARKUP, attacks, write
from tests.hostile.escapes import ESCAPES
from tests.terminals.session import Session
from tests.terminals.tours import FAULT, go_home, tours
from tui.actions import Context, in_context
from tui.plain.commands import COMMANDS
from tui.terminal.cells import UNSAFE

LATERAL = Path(sys.executable).with_name("lateral")
DOWN = "\x1b[B"
# All that the output layer may send; what is left after taking it out is text.
OURS = re.compile(
    rb"\x1b\[[\d;]*[HmABCDJKXLMrb]|\x1bM|\x1b\[\?(?:1049|25|7|2004|2026)[hl]"
    rb"|\x1b\]8;(?:id=[\w.-]+)?;(?:https?://[\x21-\x7e]+)?\x1b\\|\x1b\]52;c;[A-Za-z0-9+/=]*\x07"
)
# What is looked at longer than the tours do, which open every screen and dialog once.
WALKS = {
    "results": [*["\x1b[6~"] * 12, "G", "g"],
    "articles": [part for _ in range(8) for part in ("\r", "n", "n", "J", " ", " ", "G", "q", DOWN)],
    "compare": ["x", "x", "x", "=", *(key for tab in "123456" for key in (tab, "n", " ", "n")), "1", "f", "o"],
}
SIZES = [(80, 24), (140, 45)]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of hostile articles."""
    folder = tmp_path_factory.mktemp("hostile")
    count = write(folder / "hostile.jsonl")
    added = lateral(folder, "add", str(folder / "hostile.jsonl"))
    assert is_harmless(added.stdout + added.stderr)
    assert f"{count}" in added.stdout or "added" in added.stdout
    return folder


def environment(folder: Path) -> dict[str, str]:
    homes = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "STATE", "CONFIG", "CACHE")}
    return {**homes, "LATERAL_LIBRARY": str(folder / "library")}


def lateral(folder: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(LATERAL), *arguments],
        capture_output=True,
        text=True,
        check=False,
        input=typed,
        cwd=folder,
        env={**os.environ, **environment(folder)},
    )


def is_harmless(text: str) -> bool:
    return UNSAFE.search(text.replace("\n", "")) is None


@pytest.fixture
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return getattr(request, "param", (100, 30))


@pytest.fixture
def session(home: Path, size: tuple[int, int]) -> Iterator[Session]:
    fresh = {name: value for name, value in environment(home).items() if name != "XDG_STATE_HOME"}
    with Session([LATERAL], *size, fresh) as session:
        session.wait_for("results")
        session.press(DOWN)
        yield session


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, indirect=True, ids=["80x24", "140x45"])
@pytest.mark.parametrize("walk", WALKS)
def test_no_escape_of_a_text_reaches_the_terminal(walk: str, session: Session) -> None:
    for keys in WALKS[walk]:
        session.press(keys, 0.12)
    ends_harmlessly(session)


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, indirect=True, ids=["80x24", "140x45"])
@pytest.mark.parametrize("context", Context)
def test_none_does_in_any_screen_dialog_or_answer(
    context: Context, size: tuple[int, int], session: Session, home: Path
) -> None:
    """Every action there is, at one of the two sizes."""
    here = [tour for tour in tours(home / "hostile.jsonl") if tour.action in in_context(context)]
    for tour in here[SIZES.index(size) :: 2]:
        tour.walk(session)
    go_home(session)
    ends_harmlessly(session)


def ends_harmlessly(session: Session) -> None:
    """Leave, and look at all that was sent meanwhile."""
    session.settle(10)
    assert session.output.count(b"owned\x07") == 0
    left = OURS.sub(b"", bytes(session.output)).decode()
    wrong = {char for char in left if UNSAFE.match(char) and char not in "\r\n\b"}
    assert not wrong, f"{wrong!r} near {[left[m.start() - 30 : m.end() + 30] for m in UNSAFE.finditer(left)][:3]!r}"
    assert FAULT not in session.emulator.text, session.emulator.text
    session.type("\x11")
    assert session.ended() == 0, bytes(session.output[-2000:])
    assert b"Traceback" not in session.output


COMMAND_LINES = [
    ["search", "storm"],
    ["search", "storm", "--json"],
    ["search", "title:[\x1b]0;owned\x07"],
    ["stories"],
    ["stories", "--json"],
    ["sources"],
    ["sources", "--json"],
    ["sources", "--opml"],
    ["doctor"],
    ["config", "show"],
    ["index", "check"],
    ["show", "no\x1b[31msuch\u202e"],
    ["claims", "no\x1b[31msuch\u202e"],
    ["compare", "no\x1b[31msuch\u202e", "other\x9b2J"],
    ["remove", "no\x1b[31msuch\u202e"],
    ["add", "no\x1b[31msuch.jsonl"],
    ["add", "--dry-run", "hostile.jsonl"],
    ["fetch", "ftp://no\x1b]0;owned\x07such/"],
    ["\x1b[31m"],
    ["--library", "no\x1b]0;owned\x07such", "sources"],
]


@pytest.mark.parametrize("command", COMMAND_LINES, ids=repr)
def test_what_commands_print_is_harmless(command: list[str], home: Path) -> None:
    done = lateral(home, *command)
    assert is_harmless(done.stdout + done.stderr)
    assert "Traceback" not in done.stderr


def test_no_command_is_left_out(home: Path) -> None:
    commands = re.findall(r"^    (\w+) ", lateral(home, "--help").stdout.partition("COMMAND\n")[2], re.MULTILINE)
    assert len(commands) > 8
    assert set(commands) <= {line[0] for line in COMMAND_LINES}


def test_every_article_shows_and_compares_harmlessly(home: Path) -> None:
    found = lateral(home, "search", "storm", "--limit", "200", "--json")
    ids = re.findall(r'"id": "([0-9a-f]{16})"', found.stdout)
    assert len(set(ids)) > len(ESCAPES) / 2
    for command in (["show", ids[0]], ["claims", ids[1]], ["compare", *ids[:4]], ["compare", *ids[4:8], "--html"]):
        done = lateral(home, *command)
        assert is_harmless(done.stdout + done.stderr), command


@pytest.mark.parametrize("follows", ["", "1", "[red]\x1b]0;owned\x07\u202e storm"], ids=["bare", "number", "nasty"])
def test_the_dialogue_is_harmless_in_every_command(follows: str, home: Path) -> None:
    names = [command.names[0] for command in COMMANDS if command.names[0] != "quit"]
    places = (["search storm"], ["search storm", "1"], ["stories", "1"])
    lines = [line for place in places for name in names for line in (*place, f"{name} {follows}", "")]
    said = lateral(home, "--plain", typed="\n".join([*lines, "\x1b[31m"]) + "\n")
    assert is_harmless(said.stdout + said.stderr)
    assert "Traceback" not in said.stderr
    assert said.stdout.count("storm") > len(names)


def test_markup_is_shown_as_it_was_written(session: Session) -> None:
    session.press('/title:"worldnews"\r')
    session.wait_for("[/r/worldnews] today")


def test_the_corpus_holds_every_kind() -> None:
    everything = "".join(attack.text for attack in attacks())
    assert all(chr(code) in everything for code in (*range(0x20), *range(0x7F, 0xA0)))
    assert all(part in everything for part in (*ESCAPES, *MARKUP, LONG_WORD, "\u202e", "\ud800", "\U000e0041"))
