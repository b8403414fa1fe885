"""What writes to a library: one at a time, each step on disk before the next, so that it can be stopped anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import DiskFullError, LockedError, ReadOnlyError
from index.library.callbacks import Cancelled, Each, Report, ignore, never
from index.library.indexing import Index
from index.lock import writer
from index.model import Article, Outcome, Progress, Tally
from index.store.store import Store

if TYPE_CHECKING:
    from index.ingest.importer import Item

METHOD = 4  # of the analysis; raise it when claims or quotations are found differently, and all is redone


class Writer:
    """The writing side of the library in `folder`. Waits for another writer, and raises `LockedError` naming it."""

    def __init__(self, folder: Path, index: Index, *, readonly: bool) -> None:
        self._folder = folder
        self._index = index
        self._readonly = readonly

    def check(self) -> None:
        """Raises `ReadOnlyError` where the library is opened for reading only."""
        if self._readonly:
            raise ReadOnlyError(f"{self._folder} is opened for reading only.")

    @contextmanager
    def store(self, patience: float | None = None, report: Report = ignore) -> Iterator[Store]:
        """The store for writing, after `patience` seconds of waiting for another writer at most."""
        self.check()

        def waiting(holder: str) -> None:
            report(Progress(f"waiting for {holder}", 0))

        with writer(self._folder / "library.lock", patience, waiting):
            store = Store(self._folder, METHOD, readonly=False)
            try:
                yield store
            finally:
                store.close()

    def add(
        self, named: Sequence[str], found: Iterator[Item], each: Each, report: Report, cancelled: Cancelled
    ) -> Tally:
        """Store what an import of what was `named` finds, then everything that is derived."""
        from index.library import upkeep
        from index.library.adding import store_items

        with self.store(report=report) as store:
            number = store.ledger.begin(named)
            follower = upkeep.Follower(store, report, cancelled)

            def between() -> None:
                self._index.using(lambda: follower.now_and_then(self._index.engine), store, report, cancelled)

            tally = store_items(store, number, found, each, cancelled, between)
            if not tally.cancelled:
                store.ledger.finish(number)
            self._follow(store, report, cancelled)
        return replace(tally, cancelled=cancelled())  # also while all was stored and only the rest is waiting

    def remove(self, gone: Sequence[Article], report: Report) -> list[Outcome]:
        """Take articles out of the store and of all that is derived."""
        with self.store(report=report) as store:
            number = store.ledger.begin(["removed"])
            outcomes = store.remove(number, gone)
            store.ledger.finish(number)
            self._follow(store, report, never)
        return outcomes

    def update(self, report: Report, cancelled: Cancelled, patience: float | None = None) -> None:
        """Bring index, analysis and stories up to date with the store."""
        with self.store(patience, report) as store:
            self._follow(store, report, cancelled)

    def rebuild(self, report: Report, cancelled: Cancelled) -> None:
        """Make the index anew from the store; the present one is used until the new one is whole."""
        with self.store(report=report) as store:
            self._index.rebuild(store, report, cancelled)
            if not cancelled():
                self._follow(store, report, cancelled)

    def catch_up(self, report: Report, cancelled: Cancelled) -> None:
        """Update, unless somebody else is writing, who does it as well, or nothing can be written, while there is an
        index that can be used as it is."""
        try:
            self.update(report, cancelled, patience=0)
        except LockedError:
            return
        except (ReadOnlyError, DiskFullError) as error:
            if not self._index.engine.applied():
                raise type(error)(f"{self._folder} has no search index, and none can be made: {error}") from error

    def mend(self, report: Report, cancelled: Cancelled) -> None:
        """Make the index anew where it is not sound; who waited for another who did so does it no more."""
        with self.store(report=report) as store:
            if self._index.engine.check():
                self._index.rebuild(store, report, cancelled)
            self._follow(store, report, cancelled)

    def _follow(self, store: Store, report: Report, cancelled: Cancelled) -> None:
        self._index.using(lambda: self._derive(store, report, cancelled), store, report, cancelled)

    def _derive(self, store: Store, report: Report, cancelled: Cancelled) -> None:
        from index.library import analysing, upkeep

        upkeep.follow(store, self._index.engine, report, cancelled)
        analysing.analyse(store, self._folder, report, cancelled)
        upkeep.follow(store, self._index.engine, report, cancelled)
        upkeep.group(store, self._index.engine, report, cancelled)
        self._index.engine.merge()
