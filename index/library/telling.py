"""The stories of a library as a reader meets them: described, corroborating each other, mended by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache

from index.errors import NotFoundError
from index.model import Mending, Source, Story
from index.store.store import Store
from index.store.stories import Pair, ordered_pair
from index.stories.describe import describe
from index.stories.profile import Profile, profile

_AROUND = timedelta(days=1)  # before and after a story in which others could have told it
_NEWS = timedelta(days=7)  # from its first article, while a story is news: anniversaries are no omission
_DESCRIBED = 512  # stories kept at hand
_PROFILED = 2_048  # profiles kept at hand


class Stories:
    """The stories in one store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._described = lru_cache(maxsize=_DESCRIBED)(self._describe)
        self._profiled = lru_cache(maxsize=_PROFILED)(profile)

    def shared(self) -> Iterator[Story]:
        """The stories that at least two articles tell, newest first, described one at a time."""
        for story in self._store.stories.shared():
            yield self.one(story)

    def one(self, id: str) -> Story:
        """One story by its id. Raises `NotFoundError`."""
        members = self._store.stories.members(id)
        if not members:
            raise NotFoundError(f'There is no story "{id}" in this library.')
        return self._described(id, tuple(members), self._store.articles.last_change())

    def named(self, article: str) -> str:
        """The id of the story that an article (the first of a story gives it its name) belongs to.

        Raises `NotFoundError` before it has been grouped.
        """
        found = self._store.stories.of([article]).get(article)
        if found is None:
            raise NotFoundError(f'"{article}" has not been grouped yet.')
        return found

    def of(self, article: str) -> Story | None:
        """The story of an article, None before it has been grouped."""
        found = self._store.stories.of([article]).get(article)
        return self.one(found) if found else None

    def silent(self, story: Story) -> tuple[Source, ...]:
        """The outlets that published while a story was news and have nothing on it, with what they published then."""
        days = while_news(story)
        then = self._store.articles.sources(*days) if days else ()
        return tuple(source for source in then if source.name and source.name not in story.sources)

    def texts(self, id: str) -> tuple[str, ...]:
        """The articles of a story, without those that copy another one, unless only one were left."""
        story = self.one(id)
        copies = {copy.article for copy in story.copies}
        texts = tuple(each for each in story.articles if each not in copies)
        return texts if len(texts) > 1 else story.articles

    def independent(self, article: str) -> tuple[str, ...]:
        """The other articles of an article's story, without those that copy it or one another."""
        story = self.of(article)
        if story is None:
            return ()
        origin = {copy.article: copy.original for copy in story.copies}
        own = origin.get(article, article)
        return tuple(each for each in story.articles if each not in origin and each not in (article, own))

    def _describe(self, id: str, members: tuple[str, ...], _change: int) -> Story:
        profiles: list[Profile] = [self._profiled(each) for each in self._store.articles.get(members)]
        return replace(describe(profiles), id=id)


def while_news(story: Story) -> tuple[datetime, datetime] | None:
    """From when to when an outlet could have been expected to tell a story; None where it is not dated."""
    if not story.first or not story.last:
        return None
    return story.first - _AROUND, min(story.last, story.first + _NEWS) + _AROUND


def merge(store: Store, a: str, b: str) -> Mending:
    """Put story `b` into story `a`, and remember who is in it, whatever was said of them before."""
    left, right = store.stories.members(a), store.stories.members(b)
    everyone = frozenset((*left, *right))
    pairs = _held(left + right)
    parted = [pair for pair in store.stories.edits()[1] if everyone.issuperset(pair)]
    before = _before(store, right, [*pairs, *parted])
    store.stories.forget(parted)
    store.stories.edit(pairs, together=True)
    store.stories.assign((each, a) for each in right)
    return before


def split(store: Store, story: str, article: str) -> Mending:
    """Take an article out of a story, and remember both that and who is left."""
    rest = [each for each in store.stories.members(story) if each != article]
    parted, pairs = [(article, each) for each in rest], _held(rest)
    before = _before(store, [article, *rest] if rest else [], [*parted, *pairs])
    if rest:
        store.stories.edit(parted, together=False)
        store.stories.edit(pairs, together=True)
        store.stories.assign([(article, article), *((each, rest[0]) for each in rest)])
    return before


def _held(articles: Sequence[str]) -> list[Pair]:
    """What keeps articles in one story when all are grouped anew."""
    return [(articles[0], each) for each in articles[1:]]


def undo(store: Store, mending: Mending) -> None:
    """Take back what `merge` or `split` did."""
    store.stories.forget(mending.pairs)
    store.stories.edit(mending.together, together=True)
    store.stories.edit(mending.apart, together=False)
    store.stories.assign(mending.placed)


def _before(store: Store, moved: Sequence[str], pairs: Sequence[Pair]) -> Mending:
    known = set(map(ordered_pair, pairs))
    together, apart = ([pair for pair in said if pair in known] for said in store.stories.edits())
    placed = store.stories.of(moved)
    return Mending(tuple(placed.items()), tuple(pairs), tuple(together), tuple(apart))
