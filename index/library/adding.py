"""An import from paths to the ledger: batches into the store, then everything that is derived."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.ingest import sources
from index.ingest.importer import Item, items
from index.library.callbacks import Cancelled, Each, ignore, never
from index.model import Article, Fate, Feed, Outcome, Tally
from index.paths import aliases_file
from index.store.articles import digest
from index.store.store import Store

if TYPE_CHECKING:
    from index.library.facade import Library

_LISTED = 'It is on the list of feeds now; "lateral fetch" gets its articles.'
_BATCH = 500  # articles of one transaction at most
_PATIENCE = 0.5  # seconds an item waits at most until it is on disk

Kept = Article | Feed
Found = tuple[Outcome, Kept | None]


class _Sums:
    """What an import has met so far."""

    def __init__(self) -> None:
        self._counts: Counter[Fate] = Counter()
        self._faults = 0
        self._feeds = 0

    def add(self, outcome: Outcome) -> None:
        self._counts[outcome.fate] += 1
        self._faults += outcome.fault
        self._feeds += outcome.feed

    def tally(self, number: int, *, cancelled: bool) -> Tally:
        return Tally(number, dict(self._counts), self._faults, cancelled, self._feeds)


def store_items(
    store: Store, number: int, found: Iterable[Item], each: Each, cancelled: Cancelled, between: Callable[[], None]
) -> Tally:
    """Store what an import finds, batch by batch; what `each` has been told of is on disk.

    `between` is called after each batch, for what should not wait for the end.
    """
    sums = _Sums()
    for batch in _batches(found, cancelled):
        for outcome in store.commit(number, batch):
            sums.add(outcome)
            each(outcome)
        between()
    return sums.tally(number, cancelled=cancelled())


def rehearse(
    named: Sequence[Path], library: Library | None, each: Each = ignore, cancelled: Cancelled = never
) -> Tally:
    """Tell what adding files and folders to a library (None: a new one) would do, and write nothing."""
    sums = _Sums()
    met: dict[str, set[str]] = {}
    fate = library.fate if library else _added
    for item in items(named, sources.load(aliases_file())):
        outcome, kept = _found(item)
        if kept is not None:
            outcome = replace(outcome, fate=_rehearsed(kept, met, fate))
        sums.add(outcome)
        each(outcome)
        if cancelled():
            break
    return sums.tally(0, cancelled=cancelled())


def _added(_: Kept) -> Fate:
    return Fate.ADDED


def _rehearsed(kept: Kept, met: dict[str, set[str]], fate: Callable[[Kept], Fate]) -> Fate:
    """The fate of an article or a feed, given what this run has met under its id or address."""
    name, mark = (kept.id, digest(kept)) if isinstance(kept, Article) else (kept.url, str(kept))
    texts = met.setdefault(name, set())
    verdict = fate(kept)
    if mark in texts:
        verdict = Fate.DUPLICATE
    elif texts and verdict is Fate.ADDED:
        verdict = Fate.UPDATED
    texts.add(mark)
    return verdict


def _batches(found: Iterable[Item], cancelled: Cancelled) -> Iterator[list[Found]]:
    batch: list[Found] = []
    due = time.monotonic() + _PATIENCE
    for item in found:
        batch.append(_found(item))
        if len(batch) >= _BATCH or time.monotonic() >= due:
            yield batch
            batch, due = [], time.monotonic() + _PATIENCE
        if cancelled():
            break
    if batch:
        yield batch


def _found(item: Item) -> Found:
    if item.article is not None:
        return Outcome(item.path, item.item, Fate.ADDED, item.article.id), item.article
    if item.feed is not None:
        return Outcome(item.path, item.item, Fate.ADDED, reason=_LISTED), item.feed
    skip = item.skip
    reason, fault = (str(skip), skip.fault) if skip else ("It holds no article.", False)
    return Outcome(item.path, item.item, Fate.SKIPPED, reason=reason, fault=fault), None
