"""What is derived from the store: done in batches, stopped at any, gone on with, however large the library."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from index.library import Library, upkeep
from index.library.callbacks import ignore, never
from index.model import Fate, Outcome
from index.search.memory import MemoryEngine
from index.search.whoosh.engine import WhooshEngine
from index.store.store import Store
from tests.builders import article
from tests.index.library.conftest import Files

FERRY = [
    article(
        f"A ferry with {240 + n} passengers ran aground off Skarvik on Monday. Harbour master Ida Krohn said the ship "
        "had lost power before it hit the rocks.",
        title="Ferry aground off Skarvik",
        source=source,
        published=f"2026-03-02T1{n}:00:00+00:00",
    )
    for n, source in enumerate(["Skarvik Post", "Coast Herald", "Evening Wire", "Ostby Times"])
]
BREAD = article(
    "Bakers in Ostby struck over the price of flour, their union said.",
    title="Bakers strike",
    source="Coast Herald",
    published="2026-03-02T18:00:00+00:00",
)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two articles are many."""
    monkeypatch.setattr(upkeep, "_WHOLE", 1)
    monkeypatch.setattr(upkeep, "_PLACED", 2)


def sources(library: Library) -> list[set[str]]:
    return [{each.source for each in library.articles(story.articles)} for story in library.stories()]


@pytest.mark.usefixtures("large")
def test_in_a_large_library_an_article_joins_the_story_of_those_most_like_it(library: Library, files: Files) -> None:
    library.add([files(*FERRY[:3], BREAD)])
    assert sources(library) == [{"Skarvik Post", "Coast Herald", "Evening Wire"}]
    library.add([files(FERRY[3], name="later.jsonl")])
    assert sources(library) == [{"Skarvik Post", "Coast Herald", "Evening Wire", "Ostby Times"}]


@pytest.mark.usefixtures("large")
def test_grouping_that_was_stopped_goes_on_from_there(library: Library, files: Files) -> None:
    phases: list[str] = []
    library.add(
        [files(*FERRY, BREAD)], report=lambda at: phases.append(at.phase), cancelled=lambda: "grouping" in phases
    )
    assert phases.count("grouping") == 1
    assert sources(library) == [{"Skarvik Post", "Coast Herald"}]
    library.update()
    assert sources(library) == [{"Skarvik Post", "Coast Herald", "Evening Wire", "Ostby Times"}]


def test_the_index_follows_in_steps_and_can_be_stopped_after_any(tmp_path: Path) -> None:
    engine, steps = MemoryEngine(), list[int]()
    with closing(Store(tmp_path, 1, readonly=False)) as store:
        store.commit(1, [(Outcome("", "", Fate.ADDED, each.id), each) for each in (*FERRY, BREAD)])
        upkeep.follow(store, engine, lambda at: steps.append(at.done), lambda: bool(steps), chunk=2)
        assert (engine.applied(), steps) == (2, [1])
        upkeep.follow(store, engine, lambda at: steps.append(at.done), never, chunk=2)
        assert (engine.applied(), steps) == (5, [1, 3, 5])
    assert engine.stats().articles == 5


def stored(store: Store, number: int) -> None:
    made = article(f"Report number{number} of the harbour.", title=f"Report {number}")
    store.commit(1, [(Outcome("a", "", Fate.ADDED, made.id), made)])


def test_what_a_slow_import_brings_is_searchable_before_its_end(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "_WAIT", 0.0)
    engine = WhooshEngine(tmp_path / "index")
    with closing(Store(library.folder, 1, readonly=False)) as store:
        follower = upkeep.Follower(store, ignore, never)
        for number in range(40):
            stored(store, number)
            follower.now_and_then(engine)
            monkeypatch.setattr(follower, "_due", 0.0)  # a while has passed
            assert engine.applied() == store.articles.last_change()
            assert engine.stats().segments <= 7
    assert engine.stats().articles == 40


def test_indexing_takes_a_share_of_the_time_and_many_articles_do_not_wait(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "_WAIT", 1000.0)
    monkeypatch.setattr(upkeep, "_SOON", 3)
    monkeypatch.setattr(upkeep, "CHUNK", 5)
    engine = WhooshEngine(tmp_path / "index")
    seen = []
    with closing(Store(library.folder, 1, readonly=False)) as store:
        follower = upkeep.Follower(store, ignore, never)
        for number in range(9):
            stored(store, number)
            follower.now_and_then(engine)
            seen.append(engine.applied())
    assert seen == [0, 0, 3, 3, 3, 3, 3, 8, 8]
