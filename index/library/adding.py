"""An import from paths to the ledger: batches into the store, then everything that is derived."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from index.ingest.importer import Item
from index.model import Article, Fate, Outcome, Tally
from index.store.articles import digest
from index.store.store import Store

Each = Callable[[Outcome], None]
Cancelled = Callable[[], bool]

_BATCH = 500  # articles of one transaction at most
_PATIENCE = 1.0  # seconds an item waits at most until it is on disk

Found = tuple[Outcome, Article | None]


def store_items(store: Store, number: int, items: Iterable[Item], each: Each, cancelled: Cancelled) -> Tally:
    """Store what an import finds, batch by batch; what `each` has been told of is on disk."""
    counts: Counter[Fate] = Counter()
    faults = 0
    for batch in _batches(items, cancelled):
        for outcome in store.commit(number, batch):
            counts[outcome.fate] += 1
            faults += outcome.fault
            each(outcome)
    return Tally(number, dict(counts), faults, cancelled())


def rehearse(fate: Callable[[Article], Fate], items: Iterable[Item], each: Each, cancelled: Cancelled) -> Tally:
    """Tell what `store_items` would do, and write nothing."""
    counts: Counter[Fate] = Counter()
    faults = 0
    met: dict[str, set[str]] = {}
    for item in items:
        outcome, article = _found(item)
        if article is not None:
            outcome = Outcome(outcome.path, outcome.item, _rehearsed(article, met, fate), article.id)
        counts[outcome.fate] += 1
        faults += outcome.fault
        each(outcome)
        if cancelled():
            break
    return Tally(0, dict(counts), faults, cancelled())


def _rehearsed(article: Article, met: dict[str, set[str]], fate: Callable[[Article], Fate]) -> Fate:
    """The fate of an article, given the texts that this run has met under its id."""
    texts = met.setdefault(article.id, set())
    mark = digest(article)
    verdict = fate(article)
    if mark in texts:
        verdict = Fate.DUPLICATE
    elif texts and verdict is Fate.ADDED:
        verdict = Fate.UPDATED
    texts.add(mark)
    return verdict


def _batches(items: Iterable[Item], cancelled: Cancelled) -> Iterator[list[Found]]:
    batch: list[Found] = []
    due = time.monotonic() + _PATIENCE
    for item in items:
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
    skip = item.skip
    reason, fault = (str(skip), skip.fault) if skip else ("It holds no article.", False)
    return Outcome(item.path, item.item, Fate.SKIPPED, reason=reason, fault=fault), None
