"""What an import tells, and that a rehearsal tells the same and writes nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from index.library import Library
from index.library.adding import rehearse
from index.model import Fate, Outcome
from tests.builders import article
from tests.index.library.conftest import Files

FIRST = article("The ferry ran aground off Skarvik.", url="https://post.example/ferry")
CHANGED = replace(FIRST, text="The ferry ran aground off Ostby.")
FEED = '<outline type="rss" text="Post" xmlUrl="https://post.example/feed"/>'


def folder(tmp_path: Path, files: Files) -> list[Path]:
    """An article, again, changed and changed again; a list with one feed twice; a file that cannot be read."""
    broken = tmp_path / "broken.gz"
    broken.write_bytes(b"\x1f\x8b\x08damaged")
    feeds = tmp_path / "feeds.opml"
    feeds.write_text(f"<opml><body>{FEED}{FEED}</body></opml>")
    return [files(FIRST, FIRST, CHANGED, CHANGED), feeds, broken]


def seen(outcomes: list[Outcome]) -> list[tuple[str, Fate]]:
    return [(f"{Path(each.path).name} {each.item}".strip(), each.fate) for each in outcomes]


def test_each_item_is_told_with_its_place_and_fate(library: Library, files: Files, tmp_path: Path) -> None:
    told: list[Outcome] = []
    tally = library.add(folder(tmp_path, files), each=told.append)
    assert [place for place, _ in seen(told)][:2] == ["articles.jsonl line 1", "articles.jsonl line 2"]
    assert [fate for _, fate in seen(told)] == [
        *(Fate.ADDED, Fate.DUPLICATE, Fate.UPDATED, Fate.DUPLICATE),
        *(Fate.ADDED, Fate.DUPLICATE),
        Fate.SKIPPED,
    ]
    assert tally.counts == {Fate.ADDED: 2, Fate.DUPLICATE: 3, Fate.UPDATED: 1, Fate.SKIPPED: 1}
    assert tally.faults == 1


def test_a_rehearsal_tells_what_the_import_then_does(library: Library, files: Files, tmp_path: Path) -> None:
    rehearsed: list[Outcome] = []
    done: list[Outcome] = []
    given = folder(tmp_path, files)
    alone = rehearse(given, None)
    tally = rehearse(given, library, each=rehearsed.append)
    assert library.count() == 0
    real = library.add(given, each=done.append)
    assert rehearsed == done
    assert (tally.counts, tally.faults) == (alone.counts, alone.faults) == (real.counts, real.faults)
    assert rehearse(given, library).counts == {Fate.DUPLICATE: 6, Fate.SKIPPED: 1}


def test_a_rehearsal_can_be_stopped(library: Library, files: Files, tmp_path: Path) -> None:
    told: list[Outcome] = []
    tally = rehearse(folder(tmp_path, files), library, each=told.append, cancelled=lambda: len(told) == 2)
    assert (tally.cancelled, tally.items) == (True, 2)
