"""From matching documents to a page: the order, the total and the facets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from index.model import Facet
from index.search.whoosh.columns import Labels
from index.search.whoosh.numeric import Array, Docs, np
from index.search.whoosh.schema import UNDATED
from index.search.whoosh.snapshot import Snapshot

_STRETCH = 64  # values

Key = Callable[[Docs], Array]  # values of documents, the first in order being the greatest


def newest(snapshot: Snapshot) -> tuple[Key, Key]:
    """Newest first, undated last, then by id."""
    return lambda docs: snapshot.published[docs], lambda docs: ~snapshot.ids[docs]


def oldest(snapshot: Snapshot) -> tuple[Key, Key]:
    """Oldest first, undated last, then by id."""

    def age(docs: Docs) -> Array:
        published = snapshot.published[docs]
        return np.where(published == UNDATED, UNDATED, -published)

    return age, lambda docs: ~snapshot.ids[docs]


def first(docs: Docs, keys: Sequence[Key], count: int) -> Docs:
    """The first `count` of these documents, in order."""
    chosen = _chosen(docs, keys, count)
    return chosen[np.lexsort([key(chosen) for key in reversed(keys)])[::-1]]


def _chosen(docs: Docs, keys: Sequence[Key], count: int) -> Docs:
    """The same in any order: what lies above the last value that gets in, and of the ties what the next key says."""
    if len(docs) <= count or not keys or not count:
        return docs[:count]
    values = keys[0](docs)
    last = _largest(values, count)
    above, ties = docs[values > last], docs[values == last]
    return np.concatenate((above, _chosen(ties, keys[1:], count - len(above))))


def _largest(values: Array, count: int) -> Any:
    """The `count`-th largest value.

    `count` stretches have a value as large as the `count`-th of their peaks, so that what is smaller is out, and hardly
    anything is left to sort. `numpy.partition` is thirty times as slow on values that rise segment by segment.
    """
    peaks = np.maximum.reduceat(values, np.arange(0, len(values), _STRETCH))
    if len(peaks) > count:
        values = values[values >= np.sort(peaks)[-count]]
    return np.sort(values)[-count]


def facets(snapshot: Snapshot, docs: Docs) -> dict[str, tuple[Facet, ...]]:
    """Counts over these documents by source, month and language, and by day where all are of one month."""
    months = _months(snapshot, docs)
    return {
        "source": _labelled(snapshot.source, docs),
        "month": months,
        "day": _days(snapshot, docs) if len(months) == 1 else (),
        "language": _labelled(snapshot.language, docs),
    }


def _labelled(labels: Labels, docs: Docs) -> tuple[Facet, ...]:
    counts = np.bincount(labels.numbers[docs], minlength=len(labels.values)).tolist()
    found = [(-count, value) for value, count in zip(labels.values, counts, strict=True) if count and value]
    return tuple(Facet(value, -count) for count, value in sorted(found))


def _months(snapshot: Snapshot, docs: Docs) -> tuple[Facet, ...]:
    months = snapshot.months[docs]
    return tuple(
        Facet(f"{month // 12:04}-{month % 12 + 1:02}", count) for month, count in _counted(months[months >= 0])
    )


def _days(snapshot: Snapshot, docs: Docs) -> tuple[Facet, ...]:
    published = snapshot.published[docs]
    days = published[published != UNDATED].astype("M8[us]").astype("M8[D]").astype(np.int64)
    return tuple(Facet(str(np.datetime64(day, "D")), count) for day, count in _counted(days))


def _counted(numbers: Array) -> list[tuple[int, int]]:
    """The different numbers, the greatest first, and how often each occurs."""
    if not len(numbers):
        return []
    least = int(numbers.min())
    counts = np.bincount(numbers - least)
    present = np.flatnonzero(counts)[::-1]
    return list(zip((present + least).tolist(), counts[present].tolist(), strict=True))
