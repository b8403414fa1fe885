"""Changes to the index: new segments and deletions in one commit; merges beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

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

_TOKENS = 2_500_000  # words of text in one segment, at about 40 bytes each while it is being made


class Writer:
    """Writes to one index folder; waits for its lock, and lets go of it after every call.

    Segments that are open already are taken from `known`.
    """

    def __init__(self, storage: Storage, patience: float, known: Iterable[Segment]) -> None:
        self._storage = storage
        self._patience = patience
        self._known = {segment.name: segment for segment in known}

    def apply(self, documents: Iterable[Document], deleted: Sequence[str], upto: int) -> None:
        """See `index.search.engine.Engine.apply`. Of equal ids among `documents` the last one counts."""
        self._storage.create()
        with writer(self._storage.lock, self._patience), self._storage.undone():
            before = self._storage.read()
            fresh = [(self._storage.write_segment(content), content.columns.ids) for content in _contents(documents)]
            old = [(segment, self._opened(segment).columns.ids) for segment in before.segments]
            gone = np.array([id_number(id_) for id_ in deleted], np.uint64)
            self._storage.commit(before, upto, _superseded([*old, *fresh], gone, len(old)))

    def merge(self) -> None:
        """Join segments until none are worth it. Others may write meanwhile; a merge that they outdate is redone
        at the next call."""
        if not self._storage.exists():
            return
        with writer(self._storage.merge_lock, self._patience), self._storage.merging():
            while (chosen := worth_merging(self._storage.read().segments)) and self._join(chosen):
                pass

    def _opened(self, about: W3Segment) -> Segment:
        known = self._known.get(about.segment_id())
        return known.again(about) if known else Segment(self._storage.folder, about)

    def _join(self, chosen: Sequence[W3Segment]) -> bool:
        """Join these segments; false if they have been changed too much meanwhile."""
        opened = [Segment(self._storage.folder, segment) for segment in chosen]  # not the known: to be let go of after
        joined = self._storage.write_segment(merged(opened), merging=True)
        numbers = dict(zip((segment.name for segment in opened), renumbered(opened), strict=True))
        with writer(self._storage.lock, self._patience), self._storage.undone():
            before = self._storage.read()
            now = [segment for segment in before.segments if segment.segment_id() in numbers]
            if len(now) < len(chosen):
                return False
            for segment in now:
                deleted = numbers[segment.segment_id()][sorted(segment.deleted_docs())]
                for document in deleted[deleted >= 0].tolist():
                    joined.delete_document(document)
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


def _superseded(segments: Sequence[tuple[W3Segment, Array]], gone: Array, old: int) -> list[W3Segment]:
    """The segments, oldest first and each with its ids, without what is gone and what a later one replaces; only
    those after the first `old` can have an id twice. Those with nothing left are dropped."""
    later = gone
    for number, (segment, ids) in reversed(list(enumerate(segments))):
        outdated = np.isin(ids, later)
        if number >= old:
            outdated |= _repeated(ids)
            later = np.union1d(later, ids)
        for document in np.flatnonzero(outdated).tolist():
            segment.delete_document(document)
    return [segment for segment, _ in segments if segment.doc_count()]


def _repeated(ids: Array) -> Array:
    """Which ids come again later on."""
    order = np.argsort(ids, kind="stable")
    again = np.zeros(len(ids), np.bool_)
    again[order[:-1]] = ids[order[:-1]] == ids[order[1:]]
    return again
