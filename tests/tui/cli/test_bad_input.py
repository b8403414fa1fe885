"""What goes wrong gets one sentence and the right exit code."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from pathlib import Path

import pytest

from index.lock import writer
from tests.tui.cli.conftest import Run


def one_sentence(err: str) -> bool:
    return err.startswith("lateral: ") and err.count("\n") == 1 and "Traceback" not in err


@pytest.fixture
def library(home: Path) -> Path:
    return home / "data" / "lateral" / "library"


@pytest.mark.parametrize(
    "query", ['"unbalanced', "colour:red", "AND", "ferry OR", "()", "date:yesteryear", "is:purple"]
)
def test_a_bad_query_exits_2(filled: Run, query: str) -> None:
    found = filled("search", query)
    assert found.code == 2
    sentence, shown, mark = found.err.splitlines()
    assert one_sentence(f"{sentence}\n")
    assert shown == f"  {query}"
    assert set(mark.strip()) == {"^"}
    assert found.out == ""


def test_the_place_is_marked_under_wide_characters_too(filled: Run) -> None:
    _, shown, mark = filled("search", "東京 (été").err.splitlines()
    assert (shown, mark) == ("  東京 (été", "       ^")


def test_an_id_that_is_no_text_is_unknown(filled: Run) -> None:
    for verb in ("show", "claims", "remove"):
        found = filled(verb, "\udcff")
        assert found.code == 1
        assert one_sentence(found.err)


def test_an_error_of_the_system_is_one_sentence(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tui.cli.commands.print", full, raising=False)
    monkeypatch.setattr("tui.cli.boundary._drop_output", lambda: None)
    found = filled("sources")
    assert (found.code, found.err) == (3, "lateral: That cannot be done: No space left on device.\n")


def test_an_unknown_command_or_option_exits_2(lateral: Run) -> None:
    for arguments in (["serach", "x"], ["search"], ["search", "x", "--limit", "-1"], ["--nonsense"]):
        found = lateral(*arguments)
        assert found.code == 2
        assert one_sentence(found.err)


def test_a_missing_library_exits_3_and_makes_none(lateral: Run, home: Path) -> None:
    found = lateral("--library", home / "nowhere", "search", "x")
    assert found.code == 3
    assert one_sentence(found.err)
    assert not (home / "nowhere").exists()


def test_a_damaged_database_exits_3_and_is_left_as_it_is(filled: Run, library: Path) -> None:
    database = library / "library.db"
    database.write_bytes(b"garbage" * 1000)
    found = filled("search", "ferry")
    assert found.code == 3
    assert one_sentence(found.err)
    assert "library.db" in found.err
    assert database.read_bytes() == b"garbage" * 1000


def test_a_library_of_a_newer_lateral_exits_3(filled: Run, library: Path) -> None:
    database = sqlite3.connect(library / "library.db")
    database.execute("PRAGMA user_version = 99")
    database.close()
    found = filled("search", "ferry")
    assert found.code == 3
    assert "newer lateral" in found.err


def test_a_missing_index_is_made_anew(filled: Run, library: Path) -> None:
    shutil.rmtree(library / "index")
    assert filled("search", "ferry", "--json").json["total"] == 2


def test_a_damaged_index_is_made_anew(filled: Run, library: Path) -> None:
    for file in (library / "index").rglob("*"):
        if file.is_file():
            file.write_bytes(b"garbage")
    assert filled("search", "ferry", "--json").json["total"] == 2


def test_a_locked_library_can_be_read_and_the_writer_waits(
    filled: Run, library: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.lock.PATIENCE", 0.1)
    with writer(library / "library.lock"):
        assert filled("search", "ferry").code == 0
        found = filled("add", articles)
    assert found.code == 3
    assert one_sentence(found.err)
    assert "process" in found.err


def test_escape_sequences_in_names_do_not_reach_the_terminal(lateral: Run, home: Path) -> None:
    folder = home / "odd"
    folder.mkdir()
    (folder / "\x1b]0;owned\x07name.txt").touch()
    found = lateral("add", folder)
    assert "\x1b" not in found.out + found.err
    assert "\x07" not in found.out + found.err
