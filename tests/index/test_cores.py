"""Other processes of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.cores import helping
from index.library import Library
from index.model import Fate
from tests.builders import article
from tests.index.library.conftest import Files, files, library

__all__ = ["files", "library"]  # fixtures


@pytest.fixture
def trap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder holds modules with names that every program imports; the file that they would make."""
    folder, sprung = tmp_path / "downloads", tmp_path / "sprung"
    folder.mkdir()
    for name in ("json", "pickle", "index"):
        (folder / f"{name}.py").write_text(f"open({str(sprung)!r}, 'w')")
    monkeypatch.chdir(folder)
    return sprung


@pytest.mark.parametrize("module", ["index.search.whoosh.helper", "index.library.analysing"])
def test_nothing_that_lies_in_the_current_folder_is_run(trap: Path, tmp_path: Path, module: str) -> None:
    with helping(module, tmp_path / "library") as process:
        assert process.stdin
        process.stdin.close()
        process.wait(20)
    assert not trap.exists()


def test_an_import_beside_reading_runs_nothing_of_the_folder_it_is_started_in(
    trap: Path, library: Library, files: Files
) -> None:
    given = [files(article("A ferry ran aground."))]
    tally = library.add_beside(given, each=lambda _: None, report=lambda _: None, cancelled=lambda: False)
    assert tally.counts == {Fate.ADDED: 1}
    assert not trap.exists()
