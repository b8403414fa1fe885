"""The sample library, built once, and read by each test with a reading state of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import samples
from index.library import Library


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the sample articles."""
    home = tmp_path_factory.mktemp("sample")
    library = Library.create(home / "library", state=home / "state")
    library.add(samples.paths())
    library.close()
    return home / "library"


@pytest.fixture
def library(sample_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """The sample library with nothing read yet."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    opened = Library.open(sample_folder, state=tmp_path / "reading")
    yield opened
    opened.close()


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library without articles."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    made = Library.create(tmp_path / "library", state=tmp_path / "reading")
    yield made
    made.close()
