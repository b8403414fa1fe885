"""The analysis of new articles, alone and with helpers."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library, analysing
from index.library.analysing import analyse
from index.library.callbacks import ignore, never
from index.library.writing import METHOD
from index.model import Article, Fate, Outcome, Progress
from index.store.aids import Aids
from index.store.store import Store
from tests.index.library.conftest import Files


def article(number: int) -> Article:
    text = f'The council spent {number} million on bridge {number}. "It will hold," said Marit Osei, the mayor.'
    return Article(f"{number:016x}", f"Bridge {number}", text, "Herald")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path, METHOD, readonly=False)
    made.commit(1, [(Outcome("", "", Fate.ADDED, article(n).id), article(n)) for n in range(1, 8)])
    return made


def kept(store: Store) -> dict[str, Aids]:
    return {each: aids for each, (_, aids) in store.aids.get([article(n).id for n in range(1, 8)]).items()}


@pytest.fixture
def helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two of them, whatever the machine has, and little to do at a time."""
    monkeypatch.setattr(analysing, "cores", lambda: 3)
    monkeypatch.setattr(analysing, "_WORTH", 1)
    monkeypatch.setattr(analysing, "_BATCH", 1)


def test_every_article_is_analysed(store: Store, tmp_path: Path) -> None:
    told: list[Progress] = []
    analyse(store, tmp_path, told.append, never)
    assert store.aids.count_missing() == 0
    assert kept(store)[article(3).id].has == {"figure", "quotation", "claim"}
    assert told == [Progress("analysing", 0, 7)]


@pytest.mark.usefixtures("helpers")
def test_helpers_find_what_one_process_finds(store: Store, tmp_path: Path) -> None:
    told: list[Progress] = []
    analyse(store, tmp_path, told.append, never)
    assert [progress.done for progress in told] == [0, 3, 6]
    shared = kept(store)
    store.aids.put([(each, Aids()) for each in shared])
    assert kept(store) != shared
    alone = analysing._analysed(store, list(shared))
    assert dict(alone) == shared


@pytest.mark.usefixtures("helpers")
def test_a_helper_that_dies_leaves_no_gap(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = analysing.Helper.ask

    def dying(self: analysing.Helper, ids: list[str]) -> None:
        self._process.kill()
        self._process.wait()
        ask(self, ids)

    monkeypatch.setattr(analysing.Helper, "ask", dying)
    analyse(store, tmp_path, ignore, never)
    assert store.aids.count_missing() == 0


@pytest.mark.usefixtures("helpers")
def test_helpers_end_with_the_work(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[analysing.Helper] = []

    def remembered(folder: Path) -> analysing.Helper:
        made.append(helper(folder))
        return made[-1]

    helper = analysing.Helper
    monkeypatch.setattr(analysing, "Helper", remembered)
    with pytest.raises(KeyboardInterrupt):
        analyse(store, tmp_path, _interrupted, never)
    assert [helper._process.returncode for helper in made] == [0, 0]


def _interrupted(_: Progress) -> None:
    raise KeyboardInterrupt


def test_an_import_that_is_stopped_while_analysing_says_so(library: Library, files: Files) -> None:
    phases: list[str] = []
    tally = library.add(
        [files(article(1), article(2))],
        report=lambda progress: phases.append(progress.phase),
        cancelled=lambda: "analysing" in phases,
    )
    assert (tally.cancelled, tally.items, library.count()) == (True, 2, 2)


def test_cancelling_keeps_what_is_done(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysing, "_BATCH", 2)
    asked = iter([False, True])
    analyse(store, tmp_path, ignore, lambda: next(asked))
    assert store.aids.count_missing() == 5
    analyse(store, tmp_path, ignore, never)
    assert store.aids.count_missing() == 0
