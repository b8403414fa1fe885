"""Changes to the index: new segments and deletions in one commit; merges beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from whoosh.codec.whoosh3 import W3Segment

from index.lock import writer
from index.search.engine import Document
from index.search.whoosh.batch import Batch
from index.search.whoosh.columns import id_number
from index.search.whoosh.invert import inverted
from index.search.whoosh.merging import merged, renumbered, worth_merging
from index.search.whoosh.numeric import Array, np
from index.search.whoosh.segment import Content, Segment
from index.search.whoosh.storage import Storage

_TOKENS = 2_000_000  # words of text in one segment, at about 60 bytes each while it is being made


class Writer:
    """Writes to one index folder; waits for its lock, and lets go of it after every call."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def apply(self, documents: Iterable[Document], deleted: Sequence[str], upto: int) -> None:
        """See `index.search.engine.Engine.apply`. Of equal ids among `documents` the last one counts."""
        self._storage.create()
        with writer(self._storage.lock), self._storage.undone():
            before = self._storage.read()
            fresh = [self._storage.write_segment(content) for content in _contents(documents)]
            gone = np.array([id_number(id_) for id_ in deleted], np.uint64)
            kept = _supersede(before.segments, fresh, gone, self._storage.folder)
            self._storage.commit(before, upto, kept)

    def merge(self) -> None:
        """Join segments until none are worth it. Others may write meanwhile; a merge that they outdate is redone
        at the next call."""
        if not self._storage.exists():
            return
        with writer(self._storage.merge_lock), self._storage.merging():
            while (chosen := worth_merging(self._storage.read().segments)) and self._join(chosen):
                pass

    def _join(self, chosen: Sequence[W3Segment]) -> bool:
        """Join these segments; false if they have been changed too much meanwhile."""
        opened = [Segment(self._storage.folder, segment) for segment in chosen]
        joined = self._storage.write_segment(merged(opened), merging=True)
        numbers = dict(zip((segment.name for segment in opened), renumbered(opened), strict=True))
        with writer(self._storage.lock), self._storage.undone():
            before = self._storage.read()
            now = [segment for segment in before.segments if segment.segment_id() in numbers]
            if len(now) < len(chosen):
                return False
            for segment in now:
                _delete(joined, _live(numbers[segment.segment_id()][sorted(segment.deleted_docs())]))
            rest = [segment for segment in before.segments if segment not in now]
            self._storage.adopt(joined)
            self._storage.commit(before, before.applied, [*rest, joined] if joined.doc_count() else rest)
        return True


def _contents(documents: Iterable[Document]) -> Iterator[Content]:
    """The documents as segments of bounded size."""
    batch = Batch()
    for document in documents:
        batch.add(document)
        if batch.tokens >= _TOKENS:
            yield _content(batch)
            batch = Batch()
    if len(batch):
        yield _content(batch)


def _content(batch: Batch) -> Content:
    return Content(batch.columns(), inverted(batch))


def _supersede(old: Sequence[W3Segment], fresh: Sequence[W3Segment], gone: Array, folder: Path) -> list[W3Segment]:
    """All segments, each without the documents that a later one replaces or that are gone."""
    later = gone
    for segment in reversed(fresh):
        ids = Segment(folder, segment).columns.ids
        _delete(segment, np.flatnonzero(np.isin(ids, later) | _repeated(ids)))
        later = np.union1d(later, ids)
    for segment in old:
        _delete(segment, np.flatnonzero(np.isin(Segment(folder, segment).columns.ids, later)))
    return [segment for segment in (*old, *fresh) if segment.doc_count()]


def _repeated(ids: Array) -> Array:
    """Which ids come again later on."""
    order = np.argsort(ids, kind="stable")
    again = np.zeros(len(ids), np.bool_)
    again[order[:-1]] = ids[order[:-1]] == ids[order[1:]]
    return again


def _live(numbers: Array) -> Array:
    return numbers[numbers >= 0]


def _delete(segment: W3Segment, documents: Array) -> None:
    for document in documents.tolist():
        segment.delete_document(document)
