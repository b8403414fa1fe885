"""Changes to the index: new segments and deletions in one commit; merges beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from whoosh.codec.whoosh3 import W3Segment

from index.cores import cores
from index.lock import writer
from index.search.engine import Document
from index.search.whoosh.batch import Batch
from index.search.whoosh.columns import id_number
from index.search.whoosh.helper import Helper
from index.search.whoosh.invert import inverted
from index.search.whoosh.merging import merged, renumbered, worth_merging
from index.search.whoosh.numeric import Array, np
from index.search.whoosh.segment import Content, Segment
from index.search.whoosh.storage import Storage

_TOKENS = 2_100_000  # words of text in one segment; a process that makes it takes 130 MB, two thirds for the segment
_AT_ONCE = 2  # merges, in a process each
_WORTH = 5_000  # documents whose merge takes ten times as long as a process takes to start


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
            fresh = self._written(documents)
            old = [(segment, self._opened(segment).columns.ids) for segment in before.segments]
            gone = np.array([id_number(id_) for id_ in deleted], np.uint64)
            self._storage.commit(before, upto, _superseded([*old, *fresh], gone, len(old)))

    def merge(self) -> None:
        """Join segments until none are worth it. Others may write meanwhile; a merge that they outdate is redone
        at the next call."""
        if not self._storage.exists():
            return
        with writer(self._storage.merge_lock, self._patience), self._storage.merging(), Helper(self._storage) as helper:
            at_once = min(_AT_ONCE, cores())
            while groups := list(islice(worth_merging(self._storage.read().segments), at_once)):
                *others, last = groups
                if sum(segment.doc_count() for group in others for segment in group) >= _WORTH:
                    helper.start()
                tasks = [helper.share(_joined, group) for group in others]
                mine = _joined(self._storage, last)
                adopted = [self._adopt(joined) for joined in (mine, *(task.result() for task in tasks))]
                if not all(adopted):
                    return

    def _opened(self, about: W3Segment) -> Segment:
        known = self._known.get(about.segment_id())
        return known.again(about) if known else Segment(self._storage.folder, about)

    def _written(self, documents: Iterable[Document]) -> list[_Written]:
        """The documents as segments of bounded size, in their order; of many, a second process writes some."""
        tasks = []
        batch = Batch()
        with Helper(self._storage) as helper:
            for document in documents:
                batch.add(document)
                if batch.tokens >= _TOKENS // 2:
                    helper.start()
                if batch.tokens >= _TOKENS:
                    tasks.append(helper.share(_segment, batch))
                    batch = Batch()
            last = [_segment(self._storage, batch)] if len(batch) else []
            return [*(task.result() for task in tasks), *last]

    def _adopt(self, joined: _Joined) -> bool:
        """Put a segment in the place of those that it joins; false if they have been changed too much meanwhile."""
        with writer(self._storage.lock, self._patience), self._storage.undone():
            before = self._storage.read()
            now = [segment for segment in before.segments if segment.segment_id() in joined.numbers]
            if len(now) < len(joined.numbers):
                return False
            for segment in now:
                deleted = joined.numbers[segment.segment_id()][sorted(segment.deleted_docs())]
                for document in deleted[deleted >= 0].tolist():
                    joined.segment.delete_document(document)
            rest = [segment for segment in before.segments if segment not in now]
            self._storage.adopt(joined.segment)
            whole = [*rest, joined.segment] if joined.segment.doc_count() else rest
            self._storage.commit(before, before.applied, whole)
        return True


class _Joined(NamedTuple):
    """A merged segment, and by the name of each that is in it the new numbers of its documents, -1 for none."""

    segment: W3Segment
    numbers: dict[str, Array]


_Written = tuple[W3Segment, Array]  # a new segment, and the ids of its documents


def _segment(storage: Storage, batch: Batch) -> _Written:
    content = Content(batch.columns(), inverted(batch))
    return storage.write_segment(content), content.columns.ids


def _joined(storage: Storage, chosen: Sequence[W3Segment]) -> _Joined:
    opened = [Segment(storage.folder, segment) for segment in chosen]  # not the known: to be let go of after
    made = storage.write_segment(merged(opened), merging=True)
    return _Joined(made, dict(zip((segment.name for segment in opened), renumbered(opened), strict=True)))


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
