"""A library of articles for one reader: add, search, read, group, compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from index import paths
from index.config import Settings
from index.errors import (
    DamagedError,
    DamagedIndexError,
    LibraryError,
    LockedError,
    MissingLibraryError,
    NotFoundError,
    ReadOnlyError,
    UsageError,
    VersionError,
    from_os,
)
from index.library.callbacks import Cancelled, Each, Report, ignore, never
from index.library.corroboration import carried
from index.library.finding import Finder, page_request
from index.library.indexing import Index
from index.library.writing import METHOD, Writer
from index.lock import writer
from index.model import (
    Analysis,
    Article,
    Claim,
    Comparison,
    Edit,
    Fate,
    Feed,
    Grounds,
    Mark,
    Mending,
    Outcome,
    Results,
    Source,
    Story,
    Tally,
    Version,
)
from index.search.tree import Sort
from index.store.state import ReadingState
from index.store.store import Store

if TYPE_CHECKING:
    from index.library.telling import Stories
    from index.search.engine import Stats

_ANALYSES = 64  # analyses kept at hand: about 100 kB each
_ALIKE = 0.3  # of the best score: below, articles share a place or a subject, not a matter
_CORROBORATING = 4  # other texts of a story that a claim is looked for in: enough to say "in several"


class Library:
    """One library as one reader sees it. Methods may be called from any thread.

    Reading takes no lock and writes nothing to the library; methods that write take the write lock, waiting
    for another writer, and raise `LockedError` naming it, `ReadOnlyError` or `DiskFullError`.
    """

    MOST_COMPARED = 8  # articles of a comparison: more fit neither a screen nor a memo

    def __init__(self, folder: Path, state: Path, settings: Settings, *, readonly: bool = False) -> None:
        """Use `open` or `create`."""
        self.folder = folder
        self.settings = settings
        self.readonly = readonly
        self._state_folder = state
        self._store = Store(folder, METHOD, readonly=True)
        try:
            self.state = ReadingState(state / self._store.id)
        except LibraryError:
            self._store.close()
            raise
        self._index = Index(folder, readonly=readonly)
        self._writer = Writer(folder, self._index, readonly=readonly)
        self._finder = Finder(self._store.articles, lambda: self._index.engine, self.state)
        self._analysed = lru_cache(maxsize=_ANALYSES)(_analysis)
        self._carried = lru_cache(maxsize=_ANALYSES)(self._carry)  # by the last change, too: a new version has its own

    @classmethod
    def open(cls, folder: Path, *, state: Path, settings: Settings | None = None, readonly: bool = False) -> Library:
        """Open an existing library; `state` is the folder of this reader's own marks.

        Raises `MissingLibraryError` where there is none, `DamagedError`, `VersionError`.
        """
        if not (folder / "library.db").exists():
            raise MissingLibraryError(f'There is no library at {folder}. Add articles to it with "lateral add".')
        return cls(folder, state, settings or Settings(), readonly=readonly)

    @classmethod
    def create(cls, folder: Path, *, state: Path, settings: Settings | None = None) -> Library:
        """Open a library, making it where there is none. Raises `ReadOnlyError`, `DiskFullError`."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise from_os(error, folder) from error
        with writer(folder / "library.lock"):
            Store(folder, METHOD, readonly=False).close()
        return cls.open(folder, state=state, settings=settings)

    def close(self) -> None:
        """Release files and locks."""
        self._index.close()
        self._store.close()
        self.state.close()

    # Adding

    def add(
        self,
        named: Sequence[Path],
        *,
        each: Each = ignore,
        report: Report = ignore,
        cancelled: Cancelled = never,
    ) -> Tally:
        """Import files and folders, then bring index, analysis and stories up to date; with no file, only that.

        `each` hears of every item once it is on disk; `cancelled` is asked between batches, and what was
        committed until then stays.
        """
        from index.ingest import sources
        from index.ingest.importer import items

        if not named:
            self._writer.update(report, cancelled)
            return Tally(0, {}, cancelled=cancelled())
        found = items(named, sources.load(paths.aliases_file()))
        return self._writer.add([str(path) for path in named], found, each, report, cancelled)

    def add_beside(self, named: Sequence[Path], *, each: Each, report: Report, cancelled: Cancelled) -> Tally:
        """What `add` does, in a process of its own, so that this one stays quick."""
        from index.library import beside

        self._writer.check()
        return beside.add(self.folder, self._state_folder, named, each, report, cancelled)

    def fetch(
        self,
        targets: Sequence[str],
        *,
        private: bool = False,
        each: Each = ignore,
        report: Report = ignore,
        cancelled: Cancelled = never,
    ) -> Tally:
        """Import the pages and feeds at addresses and at those that OPML files list; otherwise like `add`.

        With no target, everything on the library's list of feeds is fetched.
        `private` allows addresses of this machine and the local network.

        Raises UsageError where there is nothing to fetch.
        """
        from index.ingest import fetch, sources
        from index.ingest.client import Options

        validators = fetch.Validators(self.folder / "fetched.json")
        aliases = sources.load(paths.aliases_file())
        wanted = targets or [feed.url for feed in self.feeds()]
        if not wanted:
            raise UsageError('Fetch what? Name an address, or put feeds on your list: "lateral add list.opml".')
        found = fetch.items(wanted, options=Options(private=private), validators=validators, aliases=aliases)
        tally = self._writer.add(wanted, found, each, report, cancelled)
        validators.save()
        return tally

    def remove(self, ids: Sequence[str], report: Report = ignore) -> list[Outcome]:
        """Take articles out of the library with all their versions; the ledger keeps their ids, titles and addresses.

        Readers keep their marks, which count again if the article comes back. Raises `NotFoundError`, and then removes
        none.
        """
        return self._writer.remove(list(dict.fromkeys(self.articles(ids))), report)

    def last_import(self, fate: Fate | None = None) -> list[Outcome]:
        """The ledger of the newest import, or its items of one fate."""
        return self._store.ledger.outcomes(self._store.ledger.last(), fate)

    def fate(self, found: Article | Feed) -> Fate:
        """What adding an article or a feed would do."""
        return self._store.fate(found)

    def feeds(self) -> tuple[Feed, ...]:
        """The list of feeds, in the order in which they were added."""
        return self._store.feeds.all()

    def opml(self) -> str:
        """The list of feeds as OPML."""
        from index.ingest.formats.opml import dump

        return dump(self.feeds())

    # Searching

    @property
    def order(self) -> Sort:
        """The order of results where none is asked for."""
        return Sort.RECENT if self.settings.search.recency else Sort.RELEVANCE

    def search(
        self,
        text: str,
        *,
        limit: int | None = None,
        offset: int = 0,
        sort: Sort | None = None,
        strict: bool = False,
        typing: bool = False,
        cancelled: Cancelled = never,
    ) -> Results:
        """One page of results, in the usual `order` unless told. Raises `QueryError` if `strict`; else an unfinished
        query is read kindly, and while `typing` its last word as a beginning.

        Raises `index.search.engine.Cancelled` once `cancelled` says so.
        """
        size = self.settings.search.limit if limit is None else limit
        request = page_request(size, offset, sort or self.order, facets=True)
        return self._finder.search(text, request, strict=strict, typing=typing, cancelled=cancelled)

    def like(self, id: str, limit: int = 10) -> tuple[Article, ...]:
        """The articles most like one, as far as they are like it at all."""
        ranked = self._index.engine.like(self.article(id), limit)
        alike = [each.id for each in ranked if each.score >= _ALIKE * ranked[0].score]
        return tuple(self._store.articles.get(alike))

    def new_in(self, query: str, seen: int) -> int:
        """How many articles a saved search finds that were added or changed since arrival number `seen`."""
        return self._finder.count_among(query, self._store.articles.arrived(seen))

    def newest_arrival(self) -> int:
        """The number of the article, or version of one, that came last."""
        return self._store.articles.newest_arrival()

    # Reading

    def article(self, id: str) -> Article:
        """The article with this id, or whose id begins so. Raises `NotFoundError`."""
        found = self._store.articles.complete(id) if id and id.isascii() else []
        if id in found or len(found) == 1:
            return self._store.articles.one(id if id in found else found[0])
        if found:
            raise NotFoundError(f'"{id}" begins more than one id: {", ".join(found)}.')
        raise NotFoundError(f'There is no article "{id}" in this library.')

    def articles(self, ids: Sequence[str]) -> tuple[Article, ...]:
        """The articles with these ids, in this order."""
        return tuple(self.article(each) for each in ids)

    def titles(self, ids: Sequence[str]) -> dict[str, str]:
        """The titles of those of these articles that are there."""
        return {article.id: article.title for article in self._store.articles.get(ids)}

    def versions(self, id: str) -> tuple[Version, ...]:
        """All versions of an article, oldest first."""
        return self._store.articles.versions(self.article(id).id)

    def edits(self, old: Article, new: Article) -> tuple[Edit, ...]:
        """What changed between two versions, most substantial first."""
        from index.compare.versions import edits

        return edits(old, new)

    def analysis(self, id: str) -> Analysis:
        """What the text layer finds in an article."""
        return self._analysed(self.article(id))

    def claims(self, id: str) -> tuple[Claim, ...]:
        """The key claims of an article, best first, corroborated by the other texts of its story."""
        from index.claims.rank import key_claims

        analysis = self.analysis(id)
        return key_claims(analysis, self._corroboration(analysis), settings=self.settings.claims)

    def grounds(self, id: str, sentence: int) -> Grounds:
        """What stands behind the claim that sentence number `sentence` of an article makes."""
        from index.library.grounds import grounds

        analysis = self.analysis(id)
        others = [self.analysis(each) for each in self._independent(analysis.article.id)]
        return grounds(analysis, sentence, others, self._corroboration(analysis), self.settings.claims)

    def noted(self) -> tuple[tuple[Article, tuple[Mark, ...]], ...]:
        """The articles that carry marks of this reader's, with those marks, the newest article first."""
        articles = self._store.articles.get(sorted(self.state.marked()))
        dated = sorted(articles, key=lambda each: each.published.timestamp() if each.published else 0.0, reverse=True)
        return tuple((each, self.state.marks(each)) for each in dated)

    def sources(self) -> tuple[Source, ...]:
        """The outlets, most articles first."""
        return self._store.articles.sources()

    def count(self) -> int:
        """How many articles the library holds."""
        return self._store.articles.count()

    # Stories and comparison

    def stories(self) -> Iterator[Story]:
        """The events that at least two articles tell, newest first, described one at a time."""
        return self._stories.shared()

    def story(self, id: str) -> Story:
        """One story by its id. Raises `NotFoundError`."""
        return self._stories.one(id)

    def story_articles(self, id: str) -> tuple[str, ...]:
        """The articles of a story, or of an article's story, to compare: a text each, oldest first."""
        return self._stories.texts(self._stories.named(self.article(id).id))

    def story_of(self, article: str) -> Story | None:
        """The story of an article, None before it has been grouped."""
        return self._stories.of(article)

    def silent(self, story: Story) -> tuple[Source, ...]:
        """The outlets that published while a story was news and have nothing on it, with what they published then."""
        return self._stories.silent(story)

    def merge_stories(self, a: str, b: str) -> Mending:
        """Put story `b` into story `a`, until it is taken back."""
        from index.library import telling

        with self._writer.store() as store:
            return telling.merge(store, a, b)

    def split_story(self, story: str, article: str) -> Mending:
        """Take an article out of a story, until it is taken back."""
        from index.library import telling

        with self._writer.store() as store:
            return telling.split(store, story, article)

    def unmend(self, mending: Mending) -> None:
        """Take back what `merge_stories` or `split_story` did."""
        from index.library import telling

        with self._writer.store() as store:
            telling.undo(store, mending)

    def prepare_comparing(self) -> None:
        """Load what `compare` needs, which takes longer than comparing two articles."""
        import index.claims.rank
        import index.compare.comparison  # noqa: F401

    def compare(self, ids: Sequence[str]) -> Comparison:
        """Two to eight articles side by side, in this order; of more, the first eight, with a note that says so."""
        from index.claims.rank import key_claims
        from index.compare.comparison import compare, too_many

        analyses = [self.analysis(each) for each in ids[: self.MOST_COMPARED]]
        made = compare(analyses, claims=partial(key_claims, settings=self.settings.claims))
        return replace(made, notes=(*too_many(len(ids)), *made.notes))

    # The index

    def behind(self) -> int:
        """How many changes of the store the index has not seen. Raises `DamagedError`."""
        return self._store.articles.last_change() - self._index.engine.applied()

    def heal(self, report: Report = ignore, cancelled: Cancelled = never, *, damaged: bool = False) -> None:
        """Bring the index up to date where a crash left it behind; make it anew where it is missing or damaged, which
        is looked into when a search has met what is `damaged` in an index that can be opened.

        Where somebody else is writing, or nothing can be written, a sound index is left as it is. Raises
        `DamagedError`, `VersionError`, `LockedError`, `ReadOnlyError`, `DiskFullError` where there is none and none
        can be made.
        """
        try:
            behind = self.behind()
        except (DamagedIndexError, VersionError):
            if self.readonly:
                raise
            damaged = True
        if damaged and self.readonly:
            raise DamagedIndexError(f"The index of {self.folder} is damaged. Rebuild it: lateral index rebuild.")
        if damaged:
            self._writer.mend(report, cancelled)
        elif behind:
            self._writer.catch_up(report, cancelled)

    def update(self, report: Report = ignore, cancelled: Cancelled = never) -> None:
        """Bring index, analysis and stories up to date with the store."""
        self._writer.update(report, cancelled)

    def finish_beside(self, report: Report, cancelled: Cancelled) -> None:
        """Analyse and group what an import that was stopped or killed has left, in a process of its own.

        Somebody else who is writing does it as well.
        """
        from index.library import beside

        waiting = self._store.aids.missing(1) or self._store.stories.missing()
        if waiting and not self.readonly:
            with suppress(LockedError, ReadOnlyError):
                beside.add(self.folder, self._state_folder, (), ignore, report, cancelled)

    def index_check(self) -> tuple[str, ...]:
        """What is wrong with database or index, as sentences; empty when both are sound."""
        found = self._store.check()
        try:
            behind = self.behind()
            found += self._index.engine.check()
        except (DamagedError, MissingLibraryError, VersionError) as error:
            return (*found, str(error))
        return (*found, f"The index is {behind} changes behind the library.") if behind else found

    def index_rebuild(self, report: Report = ignore, cancelled: Cancelled = never) -> None:
        """Make the index anew from the store; the present one is used until the new one is whole."""
        self._writer.rebuild(report, cancelled)

    def index_stats(self) -> Stats:
        """Numbers about the index."""
        return self._index.engine.stats()

    # Behind the door

    @cached_property
    def _stories(self) -> Stories:
        from index.library.telling import Stories

        return Stories(self._store)

    def _corroboration(self, analysis: Analysis) -> dict[int, int]:
        """For each sentence that other independent texts of the story carry, how many do."""
        article = analysis.article.id
        return self._carried(article, self._independent(article), self._store.articles.last_change())

    def _carry(self, article: str, others: Sequence[str], _change: int) -> dict[int, int]:
        return carried(self.analysis(article), [self.analysis(each) for each in others]) if others else {}

    def _independent(self, article: str) -> tuple[str, ...]:
        """The texts in which claims of an article are looked for."""
        return self._stories.independent(article)[:_CORROBORATING]


def _analysis(article: Article) -> Analysis:
    from index.text.analysis import analyse

    return analyse(article)
