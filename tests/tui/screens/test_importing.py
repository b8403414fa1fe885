"""Importing beside reading, and the report of it."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from index.library import Library
from tests.tui.pilot import Reading, reading
from tui.session import OPEN_OWN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    entry = {"title": "Fog on the coast", "text": "Fog lay on the coast all day. Two ships waited.", "source": "Quay"}
    (made / "a.jsonl").write_text(json.dumps(entry), encoding="utf-8")
    (made / "b.txt").write_bytes(b"\x00\x01\x02" * 500)
    return made


async def ask_for(here: Reading, path: Path) -> None:
    await here.sees("0 articles")
    await here.app.screen.run_action("import")
    await here.sees("a file or a folder")
    await here.type(str(path))
    await here.press("enter")


async def test_an_import_ends_in_a_report_of_every_item(empty: Library, folder: Path) -> None:
    async with reading(empty) as here:
        await ask_for(here, folder)
        await here.sees("last import: 2 items", "1 added", "1 skipped", "b.txt", "Fog on the coast  ")
        await here.press("f")
        await here.until(lambda: "a.jsonl" not in here.text)
    assert empty.count() == 1


async def test_what_was_imported_is_found_when_one_is_back(empty: Library, folder: Path) -> None:
    async with reading(empty) as here:
        await here.sees("0 articles")
        await ask_for(here, folder)
        await here.sees("last import")
        await here.press("q")
        await here.sees("Fog on the coast", "1 article")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LATERAL_LIBRARY", str(tmp_path / "own"))
    return tmp_path / "own"


async def import_beside_the_sample(here: Reading, path: Path) -> None:
    await here.sees(" ms")
    await here.app.screen.run_action("import")
    await here.sees("into your own library at")
    await here.type(str(path))
    await here.press("enter")
    await here.sees("Imported", "Open yours now?")


async def test_from_the_sample_articles_go_into_ones_own_library(library: Library, folder: Path, own: Path) -> None:
    before = library.count()
    async with reading(library, (120, 40), sample=True) as here:
        await import_beside_the_sample(here, folder)
        await here.press("n")
        await here.sees("last import: 2 items", "a.jsonl")
        await here.press("q")
        await here.sees("sample library")
    assert library.count() == before
    with closing(Library.open(own, state=own / "state")) as made:
        assert [hit.title for hit in made.search("fog").hits] == ["Fog on the coast"]


async def test_after_it_ones_own_library_can_be_opened(library: Library, folder: Path, own: Path) -> None:
    async with reading(library, (120, 40), sample=True) as here:
        await import_beside_the_sample(here, folder)
        await here.press("y")
        await here.until(lambda: not here.app.is_running)
    assert here.app.return_value == OPEN_OWN
    assert own.exists()


async def test_a_path_that_is_not_there_is_explained(empty: Library, tmp_path: Path) -> None:
    async with reading(empty) as here:
        await ask_for(here, tmp_path / "nowhere")
        await here.until(lambda: "nowhere" in here.text and "Traceback" not in here.text)


async def test_in_a_kiosk_nothing_is_imported(library: Library) -> None:
    async with reading(library, kiosk=True) as here:
        await here.sees(" ms")
        await here.press("down", "i")
        await here.sees("opened for reading only")
