"""The Whoosh engine: the port over a folder that stock Whoosh can open.

Searching works on a `Snapshot`, the newest state of the folder at the time of asking, and never takes a lock;
writing holds Whoosh's own lock. The order of results is that of `index.search.ranking`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Lock
from time import sleep

from whoosh.codec.whoosh3 import W3Segment

from index.errors import DamagedIndexError, ReadOnlyError
from index.lock import PATIENCE
from index.model import Article
from index.search import ranking
from index.search.engine import Cancelled, Document, Page, Ranked, Request, Stats
from index.search.likeness import likeness
from index.search.tree import Sort
from index.search.whoosh import health, results
from index.search.whoosh.columns import id_number, id_text, moment
from index.search.whoosh.matching import Matcher, encoded
from index.search.whoosh.numeric import Array, Docs, Floats, Mask, np
from index.search.whoosh.scoring import nudged, scores
from index.search.whoosh.segment import Segment
from index.search.whoosh.snapshot import Snapshot
from index.search.whoosh.spelling import corrected
from index.search.whoosh.storage import Storage
from index.search.whoosh.writing import Writer

_RETRIES = 20  # of opening segments that a merge has just replaced
_PAUSE = 0.01


class WhooshEngine:
    """A full-text engine over one folder (see `index.search.engine.Engine`).

    `readonly` refuses to write; `patience` is how many seconds a change waits for another writer. The folder
    need not exist before the first `apply`. Raises, whatever the call, `DamagedIndexError` and `VersionError` where the
    index has to be rebuilt.
    """

    def __init__(self, folder: Path, *, readonly: bool = False, patience: float = PATIENCE) -> None:
        self._readonly = readonly
        self._patience = patience
        self._storage = Storage(folder)
        self._lock = Lock()
        self._snapshot: Snapshot | None = None

    def applied(self) -> int:
        """The number of the last change contained, 0 for an empty index."""
        return self._current().contents.applied

    def apply(self, documents: Iterable[Document], deleted: Sequence[str], upto: int) -> None:
        """Add or replace, remove, and commit, all or nothing (see the port)."""
        self._writer().apply(documents, deleted, upto)

    def merge(self) -> None:
        """Join segments until there are few. Only the last step of each holds up other writers."""
        self._writer().merge()

    def search(self, request: Request, cancelled: Callable[[], bool] = lambda: False) -> Page:
        """Answer one request. Raises `Cancelled`."""

        def pause() -> None:
            if cancelled():
                raise Cancelled

        snapshot = self._current()
        matcher = Matcher(snapshot, pause)
        matching = matcher.match(request.tree) & snapshot.alive
        found = int(np.count_nonzero(matching))
        reprints = snapshot.copies.fold(matching)
        pause()
        docs = np.flatnonzero(matching)
        total = _scores(snapshot, matcher, request, matching)
        keys = _keys(snapshot, request.sort, total)
        pause()
        chosen = results.first(docs, keys, request.offset + request.limit)[request.offset :]
        facets = results.facets(snapshot, docs) if request.facets else {}
        return Page(len(docs), _ranked(snapshot, chosen, total, reprints), facets, found - len(docs))

    def like(self, article: Article, limit: int = 20) -> tuple[Ranked, ...]:
        """The articles most like this one, without itself."""
        snapshot = self._current()
        tree = likeness(article, snapshot.count, lambda stem: snapshot.holding("text", encoded(stem)))
        matcher = Matcher(snapshot, lambda: None)
        matching = matcher.match(tree) & snapshot.alive
        matching &= snapshot.ids != id_number(article.id)
        total = np.round(scores(snapshot, matcher, tree, matching), ranking.PLACES)
        keys = (lambda docs: total[docs], *results.newest(snapshot))
        reprints = np.zeros(len(snapshot), np.int64)
        return _ranked(snapshot, results.first(np.flatnonzero(matching), keys, limit), total, reprints)

    def correct(self, word: str) -> str:
        """The nearest word of the index, or ""."""
        return corrected(self._current(), word)

    def check(self) -> tuple[str, ...]:
        """Sentences about what is wrong with the index; empty when it is sound. Reads all of it."""
        return health.faults(self._storage)

    def stats(self) -> Stats:
        """Numbers for a person."""
        snapshot = self._current()
        return Stats(snapshot.count, len(snapshot.segments), self._storage.size(), snapshot.contents.applied)

    def close(self) -> None:
        """Forget what has been read; the files are released with the last search that uses them."""
        self._snapshot = None

    def _writer(self) -> Writer:
        if self._readonly:
            raise ReadOnlyError(f"{self._storage.folder} is open for reading only.")
        return Writer(self._storage, self._patience, self._snapshot.segments if self._snapshot else ())

    def _current(self) -> Snapshot:
        """The newest state. Segments that were open before are taken over."""
        known = self._snapshot
        if known is not None and not self._storage.changed(known.contents):
            return known
        with self._lock:
            self._snapshot = _opened(self._storage, self._snapshot)
            return self._snapshot


def _opened(storage: Storage, known: Snapshot | None) -> Snapshot:
    open_already = {segment.name: segment for segment in known.segments} if known else {}
    for _ in range(_RETRIES):
        contents = storage.read()
        try:
            segments = [_segment(storage.folder, about, open_already) for about in contents.segments]
        except FileNotFoundError:  # a newer state has replaced this one since it was read
            sleep(_PAUSE)
            continue
        return Snapshot(contents, segments)
    raise DamagedIndexError(f"A segment is missing in {storage.folder}. Rebuild the index: lateral index rebuild.")


def _segment(folder: Path, about: W3Segment, open_already: dict[str, Segment]) -> Segment:
    known = open_already.get(about.segment_id())
    return known.again(about) if known else Segment(folder, about)


def _scores(snapshot: Snapshot, matcher: Matcher, request: Request, matching: Mask) -> Floats:
    total = scores(snapshot, matcher, request.tree, matching)
    if request.sort is Sort.RECENT and request.now is not None:
        total = nudged(total, snapshot.published, moment(request.now))
    return np.round(total, ranking.PLACES)


def _keys(snapshot: Snapshot, sort: Sort, total: Floats) -> Sequence[results.Key]:
    if sort is Sort.NEWEST:
        return results.newest(snapshot)
    if sort is Sort.OLDEST:
        return results.oldest(snapshot)
    return (lambda docs: total[docs], *results.newest(snapshot))


def _ranked(snapshot: Snapshot, docs: Docs, total: Floats, reprints: Array) -> tuple[Ranked, ...]:
    ids, scored, copies = snapshot.ids[docs].tolist(), total[docs].tolist(), reprints[docs].tolist()
    return tuple(map(Ranked, map(id_text, ids), scored, copies))
