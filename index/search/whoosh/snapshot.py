"""One state of the index, its segments laid end to end: documents are numbered through, columns are whole."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from functools import cached_property
from math import inf
from threading import Lock

from index.search import ranking
from index.search.whoosh import codec
from index.search.whoosh.columns import Labels
from index.search.whoosh.folding import Copies
from index.search.whoosh.numeric import Array, Floats, Mask, np
from index.search.whoosh.postings import Postings
from index.search.whoosh.schema import UNDATED
from index.search.whoosh.segment import Segment
from index.search.whoosh.storage import Contents

_KEPT = 2_000_000  # postings kept decoded, at 16 bytes each
_LARGE = 1_000  # documents of a segment from which a count may be a little too high
_FEW_DELETED = 0.1  # share of its documents up to which the deleted ones may be counted
_FREQUENT = 10  # documents of a segment that hold a term, from which a deleted one among them changes little


class Snapshot:
    """What a search works on. Immutable but for what it remembers; to be used from any thread."""

    def __init__(self, contents: Contents, segments: Sequence[Segment]) -> None:
        self.contents = contents
        self.segments = tuple(segments)
        self.bases = np.cumsum([0, *map(len, segments)]).tolist()
        self.meant: dict[str, str] = {}  # what words that are not there were put right to
        self._kept: OrderedDict[tuple[str, bytes], Postings] = OrderedDict()
        self._held = 0
        self._lock = Lock()

    def __len__(self) -> int:
        """How many documents there are, deleted ones included."""
        return int(self.bases[-1])

    @cached_property
    def alive(self) -> Mask:
        """The documents that have not been deleted."""
        alive = np.ones(len(self), np.bool_)
        for segment, base in self.based():
            if deleted := segment.deleted:
                alive[np.array(deleted) + base] = False
        return alive

    @cached_property
    def count(self) -> int:
        """How many documents have not been deleted."""
        return int(np.count_nonzero(self.alive))

    @cached_property
    def ids(self) -> Array:
        """Ids as numbers."""
        return self._column("ids", np.uint64)

    @cached_property
    def published(self) -> Array:
        """Moments of publication (`columns.moment`)."""
        return self._column("published", np.int64)

    @cached_property
    def months(self) -> Array:
        """Months since the year 0 of publication in UTC, -1 where undated."""
        months = self.published.astype("M8[us]").astype("M8[M]").astype(np.int64) + 1970 * 12
        return np.where(self.published == UNDATED, -1, months)

    @cached_property
    def norms(self) -> Floats:
        """How much each document's length dampens frequencies (`ranking.norm`)."""
        lengths = self._column("lengths", np.uint8)
        steps = np.array(ranking.LENGTHS)
        total = int(steps[lengths[self.alive]].sum())
        mean = total / self.count if total else 1.0
        return np.array([ranking.norm(length, mean) for length in ranking.LENGTHS])[lengths]

    @cached_property
    def source(self) -> Labels:
        """The source of each document."""
        return self._labels("source")

    @cached_property
    def language(self) -> Labels:
        """The language of each document."""
        return self._labels("language")

    @cached_property
    def copies(self) -> Copies:
        """Which documents have the same text."""
        return Copies(self._column("folds", np.uint64), self.published, self.ids)

    def postings(self, field: str, term: bytes) -> Postings:
        """All live postings of a term, without places."""
        with self._lock:
            if kept := self._kept.get((field, term)):
                self._kept.move_to_end((field, term))
                return kept
        found = self._decoded(field, term)
        self._keep((field, term), found)
        return found

    def holding(self, field: str, term: bytes) -> int:
        """How many live documents hold a term.

        Where few documents of a large segment are deleted, those that hold a frequent term are counted too: decoding
        its postings would take a hundred times as long, and hardly change the logarithm that the count is for.
        """
        found = 0
        for enough, (segment, base) in zip(self._enough, self.based(), strict=True):
            if entry := segment.terms.get(field, term):
                count = codec.size(entry)
                found += count if count >= enough else int(self.alive[segment.postings(entry).docs + base].sum())
        return found

    @cached_property
    def _enough(self) -> tuple[float, ...]:
        """For each segment from how many documents on that hold a term the deleted ones may be counted with them."""
        return tuple(map(_enough, self.segments))

    def within(self, field: str, term: bytes) -> Iterator[tuple[int, Postings]]:
        """The postings of a term segment by segment, with the number to add to the documents; deleted ones too."""
        for segment, base in self.based():
            if entry := segment.terms.get(field, term):
                yield base, segment.postings(entry)

    def _decoded(self, field: str, term: bytes) -> Postings:
        parts = list(self.within(field, term))
        if not parts:
            return Postings(np.empty(0, np.int64), np.empty(0))
        docs = np.concatenate([part.docs + base for base, part in parts])
        weights = np.concatenate([part.heaviness() for _, part in parts])
        if self.count < len(self):
            live = self.alive[docs]
            docs, weights = docs[live], weights[live]
        return Postings(docs, weights)

    def _keep(self, key: tuple[str, bytes], postings: Postings) -> None:
        with self._lock:
            if key not in self._kept:
                self._kept[key] = postings
                self._held += len(postings.docs)
            while self._held > _KEPT:
                _, dropped = self._kept.popitem(last=False)
                self._held -= len(dropped.docs)

    def based(self) -> Iterator[tuple[Segment, int]]:
        """The segments, with the number of the first document of each."""
        return zip(self.segments, self.bases, strict=False)

    def _column(self, name: str, kind: type[np.generic]) -> Array:
        return np.concatenate([np.empty(0, kind), *(getattr(segment.columns, name) for segment in self.segments)])

    def _labels(self, name: str) -> Labels:
        numbers = {"": 0}
        parts = [np.empty(0, np.int64)]
        for segment in self.segments:
            labels: Labels = getattr(segment.columns, name)
            renumbered = [numbers.setdefault(value, len(numbers)) for value in labels.values]
            parts.append(np.array(renumbered, np.int64)[labels.numbers])
        return Labels(np.concatenate(parts), tuple(numbers))


def _enough(segment: Segment) -> float:
    deleted, size = len(segment.deleted), len(segment)
    if not deleted:
        return 0
    return _FREQUENT if size >= _LARGE and deleted <= _FEW_DELETED * size else inf
