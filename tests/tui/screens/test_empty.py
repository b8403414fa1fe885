"""Where there is nothing to show, every screen says what to do next."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from index.errors import DamagedIndexError
from index.library import Library
from tests.tui.pilot import reading


def hold(library: Library, folder: Path, text: str, language: str) -> None:
    """Puts one article into the library."""
    fields = {"title": "Der Rat streitet", "text": text, "language": language}
    (folder / "one.jsonl").write_text(json.dumps(fields), encoding="utf-8")
    library.add([folder / "one.jsonl"])


async def test_an_empty_library_says_how_to_fill_it(empty: Library) -> None:
    async with reading(empty) as here:
        await here.sees("This library is empty.", "i adds files and folders", "lateral add FOLDER")


async def test_a_kiosk_does_not_offer_what_it_forbids(empty: Library) -> None:
    async with reading(empty, kiosk=True) as here:
        await here.sees("This library is empty.")
        assert "i adds" not in here.text


async def test_a_query_that_finds_nothing_is_helped(library: Library) -> None:
    async with reading(library, query="zeppelin mutiny") as here:
        await here.sees("Nothing found.", "Fewer words find more", "? shows the query language")


async def test_without_stories_it_is_said_where_they_come_from(empty: Library) -> None:
    async with reading(empty) as here:
        await here.press("down", "s")
        await here.sees("No event in this library is told by more than one article yet.", "articles of several sources")


async def test_an_article_in_another_language_says_that_its_claims_are_ranked_by_place(
    empty: Library, tmp_path: Path
) -> None:
    hold(
        empty, tmp_path, "Der Rat hat am Montag über die Brücke gestritten. Die Kosten der Stadt steigen weiter.", "de"
    )
    async with reading(empty) as here:
        await here.sees("1 result")
        await here.press("down", "enter")
        await here.sees("key claims, by place alone: this language is not analysed")


async def test_an_import_without_a_ledger_says_how_to_begin(empty: Library) -> None:
    async with reading(empty) as here:
        await here.press("down", "i")
        await here.sees("Nothing imported yet.")
        await here.press("enter")
        await here.sees("i add more")
        assert "x cancel" not in here.text


async def test_while_the_index_is_made_anew_it_is_said_that_nothing_is_lost(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object, **__: object) -> None:
        raise DamagedIndexError("The index is damaged.")

    made = threading.Event()
    monkeypatch.setattr(library, "heal", lambda *_, **__: made.wait(10))
    monkeypatch.setattr(library, "search", damaged)
    async with reading(library) as here:
        await here.sees("The index is being made anew from the library", "Nothing is lost.")
        assert not here.app.screen.is_modal
        monkeypatch.undo()
        made.set()
        await here.type("ferry")
        await here.sees("5 results")
