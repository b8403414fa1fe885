"""Every setting does something that its user sees; a new one needs a test here that is named after it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from index.config import ClaimSettings, ReaderSettings, SearchSettings, Settings
from index.library import Library
from index.model import Claim
from tests.tui.pilot import reading
from tui.app import LateralApp
from tui.cli import reader

Opened = Callable[[Settings], Library]
STORY = "title:refloated"


@pytest.fixture
def with_settings(sample_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """Opens the sample library with settings."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    opened: list[Library] = []

    def open_with(settings: Settings) -> Library:
        opened.append(Library.open(sample_folder, state=tmp_path / f"reading{len(opened)}", settings=settings))
        return opened[-1]

    yield open_with
    for each in opened:
        each.close()


def claims(library: Library) -> tuple[Claim, ...]:
    return library.claims(library.search(STORY).hits[0].id)


def scores(library: Library) -> list[float]:
    return [claim.score for claim in sorted(claims(library), key=lambda claim: claim.start)]


async def test_reader_measure(with_settings: Opened) -> None:
    narrow = with_settings(Settings(reader=ReaderSettings(measure=40)))
    async with reading(narrow, (120, 40), query=STORY) as here:
        await here.sees("1 result")
        await here.press("down", "enter")
        await here.sees("key claim")
        assert max(len(line.strip()) for line in here.lines[5:-3]) in range(36, 45)


async def test_reader_theme(with_settings: Opened) -> None:
    async with reading(with_settings(Settings(reader=ReaderSettings(theme="light")))) as here:
        assert here.app.theme == "light"


@pytest.mark.parametrize("wanted", [False, True])
def test_reader_mouse(with_settings: Opened, monkeypatch: pytest.MonkeyPatch, wanted: bool) -> None:
    library = with_settings(Settings(reader=ReaderSettings(mouse=wanted)))
    asked: list[bool] = []
    monkeypatch.setattr(reader, "_need_terminal", lambda: None)
    monkeypatch.setattr(reader, "_library", lambda *_: library)
    monkeypatch.setattr(LateralApp, "run", lambda _self, *, mouse: asked.append(mouse))
    reader.open_reader(argparse.Namespace(plain=False, kiosk=False, sample=False, library=""))
    assert asked == [wanted]


def test_search_recency(with_settings: Opened) -> None:
    plain, nudged = with_settings(Settings()), with_settings(Settings(search=SearchSettings(recency=True)))
    found = [{hit.id: hit.score for hit in library.search("ferry").hits} for library in (plain, nudged)]
    assert found[0].keys() == found[1].keys()
    assert found[0] != found[1]
    explicit = [
        {hit.id: hit.score for hit in plain.search(f"ferry sort:{sort}").hits} for sort in ("relevance", "recent")
    ]
    assert explicit == found


def test_search_limit(with_settings: Opened) -> None:
    assert len(with_settings(Settings(search=SearchSettings(limit=2))).search("ferry").hits) == 2


@pytest.mark.parametrize(
    "settings", [ClaimSettings(factual=False), ClaimSettings(checkworthy=False), ClaimSettings(salient=False)]
)
def test_claims_factual_checkworthy_salient(with_settings: Opened, settings: ClaimSettings) -> None:
    assert scores(with_settings(Settings())) != scores(with_settings(Settings(claims=settings)))


@pytest.mark.parametrize("wanted", [True, False])
def test_claims_corroboration(with_settings: Opened, wanted: bool) -> None:
    library = with_settings(Settings(claims=ClaimSettings(corroboration=wanted)))
    reasons = [reason.name for claim in claims(library) for reason in claim.reasons]
    assert any(name.startswith("also in") for name in reasons) is wanted


def test_claims_kinds(with_settings: Opened) -> None:
    library = with_settings(Settings(claims=ClaimSettings(kinds=("attribution",))))
    assert {"attribution" in claim.kinds for claim in claims(library)} == {True}


async def test_keys(with_settings: Opened) -> None:
    async with reading(with_settings(Settings(keys={"search.stories": "Z"}))) as here:
        await here.sees(" ms")
        await here.press("down")
        await here.sees("Z stories")
        await here.press("Z")
        await here.sees("8 stories")


def test_every_setting_is_tested_here() -> None:
    tests = [name.split("_")[1:] for name in globals() if name.startswith("test_")]
    for table in fields(Settings):
        given = getattr(Settings(), table.name)
        for key in [each.name for each in fields(given)] if is_dataclass(given) else ["keys"]:
            assert any({table.name, key} <= set(words) for words in tests), f"{table.name}.{key}"
