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
from tui.terminal.cells import UNSAFE

LATERAL = Path(sys.executable).with_name("lateral")
DOWN = "\x1b[B"
# All that the output layer may send; what is left after taking it out is text.
OURS = re.compile(
    rb"\x1b\[[\d;]*[HmABCDJKXLMrb]|\x1bM|\x1b\[\?(?:1049|25|7|2004|2026)[hl]"
    rb"|\x1b\]8;(?:id=[\w.-]+)?;(?:https?://[\x21-\x7e]+)?\x1b\\|\x1b\]52;c;[A-Za-z0-9+/=]*\x07"
)
# Where a tour leads and how it comes back: keys, one screen or dialog each.
TOURS = {
    "results": [*["\x1b[6~"] * 12, "G", "g"],
    "articles": [part for _ in range(8) for part in ("\r", "n", "n", "J", " ", " ", "G", "q", DOWN)],
    "article dialogs": [
        "\r",
        "f",
        "\x1b",
        "v",
        "\x1b",
        "o",
        "\x1b",
        "L",
        "\x1b",
        "c",
        "u",
        "m",
        "/",
        "[red]\r",
        "\x1b",
        "q",
    ],
    "lists": ["f", "\x1b", "o", "\x1b", "L", "\x1b", "w", "\x1b", "S"],
    "compare": [
        "x",
        DOWN,
        "x",
        DOWN,
        "x",
        "=",
        *(key for tab in "123456" for key in (tab, "n", " ", "n")),
        "1",
        "f",
        "o",
    ],
    "stories": ["s", DOWN, "o", "\x1b", "a", "\x1b", "\r", "n", "n", "q", "q"],
    "everywhere": ["?", "\x1b", "\x10", "\x1b", "T", "\x1b", "\x0c"],
    "search": ["/", "storm [/r/x] \x1b[200~\x1b]0;owned\x07\u202e pasted\x9b2J\x1b[201~\r"],
    "wrong query": ["/", 'title:"[red] \r', "\r"],
}


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
        env={**os.environ, **environment(folder)},
    )


def is_harmless(text: str) -> bool:
    return UNSAFE.search(text.replace("\n", "")) is None


@pytest.fixture
def session(home: Path, request: pytest.FixtureRequest) -> Iterator[Session]:
    width, height = getattr(request, "param", (100, 30))
    fresh = {name: value for name, value in environment(home).items() if name != "XDG_STATE_HOME"}
    with Session([LATERAL], width, height, fresh) as session:
        session.wait_for("results")
        session.press(DOWN)
        yield session


@pytest.mark.slow
@pytest.mark.parametrize("session", [(80, 24), (140, 45)], indirect=True, ids=["80x24", "140x45"])
@pytest.mark.parametrize("tour", TOURS)
def test_no_escape_of_a_text_reaches_the_terminal(tour: str, session: Session) -> None:
    for keys in TOURS[tour]:
        session.press(keys, 0.12)
    session.settle(10)
    assert session.output.count(b"owned\x07") == 0
    left = OURS.sub(b"", bytes(session.output)).decode()
    wrong = {char for char in left if UNSAFE.match(char) and char not in "\r\n\b"}
    assert not wrong, f"{wrong!r} near {[left[m.start() - 30 : m.end() + 30] for m in UNSAFE.finditer(left)][:3]!r}"
    assert "should not have" not in session.emulator.text, session.emulator.text
    session.type("\x11")
    assert session.ended() == 0, bytes(session.output[-2000:])
    assert b"Traceback" not in session.output


@pytest.mark.parametrize(
    "command",
    [
        ["search", "storm"],
        ["search", "storm", "--json"],
        ["stories"],
        ["stories", "--json"],
        ["sources"],
        ["sources", "--json"],
        ["doctor"],
        ["show", "no\x1b[31msuch\u202e"],
        ["search", "title:[\x1b]0;owned\x07"],
        ["add", "no\x1b[31msuch.jsonl"],
        ["\x1b[31m"],
        ["--library", "no\x1b]0;owned\x07such", "sources"],
    ],
    ids=repr,
)
def test_what_commands_print_is_harmless(command: list[str], home: Path) -> None:
    done = lateral(home, *command)
    assert is_harmless(done.stdout + done.stderr)
    assert "Traceback" not in done.stderr


def test_every_article_shows_and_compares_harmlessly(home: Path) -> None:
    found = lateral(home, "search", "storm", "--limit", "200", "--json")
    ids = re.findall(r'"id": "([0-9a-f]{16})"', found.stdout)
    assert len(set(ids)) > len(ESCAPES) / 2
    for command in (["show", ids[0]], ["claims", ids[1]], ["compare", *ids[:4]], ["compare", *ids[4:8], "--html"]):
        done = lateral(home, *command)
        assert is_harmless(done.stdout + done.stderr), command


def test_the_dialogue_is_harmless(home: Path) -> None:
    lines = [
        "search storm",
        "1",
        "",
        "claims",
        "",
        "back",
        "compare",
        "",
        "back",
        "back",
        "2",
        "stories",
        "1",
        "\x1b[31m",
    ]
    said = lateral(home, "--plain", typed="\n".join(lines) + "\n")
    assert is_harmless(said.stdout + said.stderr)
    assert "Traceback" not in said.stderr


def test_markup_is_shown_as_it_was_written(session: Session) -> None:
    session.press('/title:"worldnews"\r')
    session.wait_for("[/r/worldnews] today")


def test_the_corpus_holds_every_kind() -> None:
    everything = "".join(attack.text for attack in attacks())
    assert all(chr(code) in everything for code in (*range(0x20), *range(0x7F, 0xA0)))
    assert all(part in everything for part in (*ESCAPES, *MARKUP, LONG_WORD, "\u202e", "\ud800", "\U000e0041"))
