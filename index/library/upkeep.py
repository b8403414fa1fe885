"""What is derived from the store, brought up to date with it: the index and the stories (the analysis: `analysing`).

Each step asks the store what is missing, does it in batches that are committed one by one, and can be stopped
after any of them; the next run goes on from there.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from itertools import islice

from index.library.callbacks import Cancelled, Report
from index.model import Article, Change, Progress
from index.search.engine import Document, Engine
from index.store.store import Store
from index.stories.group import group as group_all
from index.stories.group import place
from index.stories.profile import Profile, profile

CHUNK = 10_000  # documents of one index commit: about two segments as large as memory allows
_SOON = 1_000  # documents of the first commit during an import, to be searchable within seconds
_WAIT = 0.5  # seconds that an article of a slow import waits to be searchable, once it is on disk
_READ = 500  # articles in memory at a time
_PLACED = 50  # articles of one transaction while grouping
_CANDIDATES = 20  # articles whose stories a new one is compared with
_WHOLE = 500  # articles grouped as a whole: about a second
_PROFILES = 2_000  # profiles kept in memory while grouping


def follow(store: Store, engine: Engine, report: Report, cancelled: Cancelled, chunk: int = CHUNK) -> None:
    """Hand the store's change log to the index, from where it has got to."""
    last = store.articles.last_change()
    while not cancelled() and (changes := store.articles.changes(engine.applied(), chunk)):
        report(Progress("indexing", changes[0].seq, last))
        deleted = [change.id for change in changes if change.deleted]
        engine.apply(_documents(store, changes), deleted, changes[-1].seq)


class Follower:
    """Follows the change log while an import runs: its first articles soon, then whenever there are many."""

    def __init__(self, store: Store, report: Report, cancelled: Cancelled) -> None:
        self._store = store
        self._report = report
        self._cancelled = cancelled
        self._enough = _SOON
        self._due = time.monotonic() + _WAIT

    def now_and_then(self, engine: Engine) -> None:
        """Hand over the changes if enough of them wait, or if the last ones were handed over a while ago: long enough
        for indexing to take no more than a fifth of the time."""
        begun = time.monotonic()
        waiting = self._store.articles.last_change() - engine.applied()
        if waiting >= self._enough or (waiting and begun >= self._due):
            follow(self._store, engine, self._report, self._cancelled)
            if waiting < _SOON:
                engine.merge()  # many small segments; a large import makes few, and who reads meanwhile has the time
            self._enough = CHUNK
            self._due = time.monotonic() + max(_WAIT, 4 * (time.monotonic() - begun))


def _documents(store: Store, changes: Sequence[Change]) -> Iterator[Document]:
    ids = iter([change.id for change in changes if not change.deleted])
    while part := list(islice(ids, _READ)):
        found = store.aids.get(part)
        for article in store.articles.get(part):
            fold, aids = found[article.id]
            yield Document(article, fold, aids.claims, aids.quoted, aids.has)


def group(store: Store, engine: Engine, report: Report, cancelled: Cancelled) -> None:
    """Place every article that has no story.

    A small library is grouped as a whole, which is the more exact; in a large one each new article joins the
    story of the articles most like it, or begins its own.
    """
    waiting = store.stories.missing()
    if not waiting:
        return
    if store.articles.count() <= _WHOLE:
        report(Progress("grouping", 0, len(waiting)))
        _group_whole(store)
        return
    grouping = _Grouping(store, engine)
    for start in range(0, len(waiting), _PLACED):
        if cancelled():
            return
        report(Progress("grouping", start, len(waiting)))
        grouping.place(waiting[start : start + _PLACED])


def _group_whole(store: Store) -> None:
    together, apart = store.stories.edits()
    stories = group_all([profile(article) for article in store.articles.all()], together=together, apart=apart)
    store.stories.assign((article, story.id) for story in stories for article in story.articles)


class _Grouping:
    """Places articles one after the other, each commit a batch, with the profiles of recent ones at hand."""

    def __init__(self, store: Store, engine: Engine) -> None:
        self._store = store
        self._engine = engine
        self._profiles: OrderedDict[str, Profile] = OrderedDict()

    def place(self, ids: Sequence[str]) -> None:
        placed: dict[str, str] = {}
        for article in self._store.articles.get(ids):
            placed[article.id] = self._story(article, placed)
        self._store.stories.assign(placed.items())

    def _story(self, article: Article, placed: dict[str, str]) -> str:
        like = [ranked.id for ranked in self._engine.like(article, _CANDIDATES)]
        stories = self._store.stories.of(like) | {each: placed[each] for each in like if each in placed}
        near = self._store.articles.get([each for each in like if each in stories])
        candidates = [(self._profile(each), stories[each.id]) for each in near]
        return place(self._profile(article), candidates) or article.id

    def _profile(self, article: Article) -> Profile:
        found = self._profiles.pop(article.id, None) or profile(article)
        self._profiles[article.id] = found
        if len(self._profiles) > _PROFILES:
            self._profiles.popitem(last=False)
        return found
