"""What a large import costs the person who reads meanwhile, and how soon a new article finds its story.

`python -m tests.benchmarks.importing [--articles N] [--json FILE]` imports N (100,000) made-up articles beside an
open reader on a pty, types all the while, and prints the time from key to painted results (of the clock, and of the
reader's CPU, which does not depend on what else the machine does), dropped keys, seconds until the first article is
found, and the CPU time in which a new article joins its story afterwards.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from itertools import cycle, islice
from pathlib import Path
from threading import Event, Thread

import numpy as np

from index.library import Library, upkeep
from index.library.callbacks import ignore
from index.model import Progress
from tests.benchmarks.corpus import articles, vocabulary
from tests.benchmarks.start import Figure
from tests.terminals.emulator import Emulator
from tests.terminals.session import Session

LATERAL = Path(sys.executable).with_name("lateral")
WORDS = [word for word in vocabulary() if len(word) > 5][50:90]
SIZE = (80, 24)
NEW = 30  # articles that join the finished library


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = list(_measured(Path(folder), options.articles))
    for figure in found:
        verdict = "ok" if figure.value <= figure.bound else "above"
        print(f"{figure.name:<58}{figure.value:>9.1f} {figure.unit:<4} (bound {figure.bound:g}, {verdict})")
    if options.json:
        options.json.write_text(json.dumps([asdict(each) for each in found], indent=2))


def _measured(home: Path, count: int) -> Iterator[Figure]:
    file = home / "articles.jsonl"
    _write(file, count)
    library = Library.create(home / "library", state=home / "state")
    work = _Import(library, file)
    work.start()
    lags, costs, dropped = _typed(home / "library", work)
    work.stop.set()
    work.join()
    for named, values in (("key to painted results", lags), ("the reader's CPU for it", costs)):
        yield Figure(f"{named} while importing {count:,}, median", float(np.median(values)), "ms", 50)
        yield Figure(f"{named} while importing {count:,}, p99", float(np.percentile(values, 99)), "ms", 50)
    yield Figure(f"dropped of {len(lags):,} keys", dropped, "", 0)
    yield Figure("until the first article is found", work.first, "s", 15)
    library.update(cancelled=lambda: library.behind() == 0)
    yield Figure(f"a new article joins its story among {library.count():,}", _joining(library, count), "ms", 30)
    library.close()


class _Import(Thread):
    """The import, stopped once everything is indexed; `first` is when something was found, in seconds."""

    def __init__(self, library: Library, file: Path) -> None:
        super().__init__()
        self.stop = Event()
        self.first = float("inf")
        self._library = library
        self._file = file
        self._began = time.monotonic()

    def run(self) -> None:
        """Import."""
        self._library.add_beside([self._file], each=ignore, report=self._report, cancelled=self.stop.is_set)

    def _report(self, progress: Progress) -> None:
        if self.first == float("inf") and self._library.search("", limit=0).total:
            self.first = time.monotonic() - self._began
        if progress.phase == "analysing" and progress.done > 500:
            self.stop.set()


def _typed(folder: Path, work: _Import) -> tuple[list[float], list[float], int]:
    """Milliseconds from each key to its painted results, those of the reader's CPU, and how many keys were lost."""
    lags: list[float] = []
    costs: list[float] = []
    dropped = 0
    home = {name: value for name, value in os.environ.items() if name.startswith("XDG_")}
    with Session([LATERAL, "--library", folder], *SIZE, home) as session:
        session.wait_for("Search every article", limit=30)
        watched = _Watched(session)
        for word in cycle(WORDS):
            if not work.is_alive() or work.stop.is_set():
                break
            for key in word:
                began = time.perf_counter()
                costs.append(session.press(key, quiet=0.2).cpu * 1000)
                lags.append((watched.answered(began) - began) * 1000)
            dropped += word not in session.emulator.lines[1]
            session.press("\x15", quiet=0.3)
    return lags, costs, dropped


class _Watched:
    """Tells when a screen last changed below its first line, in which the articles are counted once a second."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._emulator = Emulator(*SIZE)
        self._seen = 0  # arrivals
        self._fed = 0  # bytes

    def answered(self, began: float) -> float:
        """The moment of the last such change since this was last asked; `began` if there was none."""
        for when, size in self._session.arrivals[self._seen :]:
            before = self._emulator.lines[1:]
            self._emulator.feed(bytes(self._session.output[self._fed : size]))
            self._fed = size
            if self._emulator.lines[1:] != before:
                began = max(began, when)
        self._seen = len(self._session.arrivals)
        return began


def _write(file: Path, count: int) -> None:
    with file.open("w", encoding="utf-8") as lines:
        for article in articles(count):
            fields = asdict(article)
            fields["published"] = article.published.isoformat() if article.published else None
            lines.write(json.dumps(fields, default=list) + "\n")


def _joining(library: Library, count: int) -> float:
    """CPU milliseconds for one of the articles that come after the others, whose import has ended as it does."""
    library._index.engine.merge()
    with library._writer.store() as store:
        grouping = upkeep._Grouping(store, library._index.engine)
        made = islice(articles(NEW, count), NEW)
        fresh = [replace(article, id=f"{count + n:016x}") for n, article in enumerate(made)]
        grouping._story(fresh[0], {})  # opens the index
        began = time.process_time()
        for article in fresh[1:]:
            grouping._story(article, {})
        return (time.process_time() - began) / (NEW - 1) * 1000


if __name__ == "__main__":
    main()
