"""The reference engine: a plain reading of the port that the contract tests hold other engines to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from index.model import Article, Facet
from index.search import ranking
from index.search.correct import nearest
from index.search.engine import Cancelled, Document, Page, Ranked, Request, Stats
from index.search.entry import Entry, matches
from index.search.likeness import likeness
from index.search.shapes import normal
from index.search.tree import Near, Node, Phrase, Sort, Term, terms
from index.text.words import fold, stem

_LATEST = datetime.max.replace(tzinfo=UTC)


class MemoryEngine:
    """Keeps all articles in memory and looks at each one for each search. Implements `Engine`."""

    def __init__(self) -> None:
        self._entries: Mapping[str, Entry] = {}
        self._applied = 0

    def applied(self) -> int:
        """The number of the last change contained."""
        return self._applied

    def apply(self, documents: Iterable[Document], deleted: Sequence[str], upto: int) -> None:
        """Add or replace documents, remove others."""
        entries = dict(self._entries)
        for document in documents:
            entries[document.article.id] = Entry(document)
        for each in deleted:
            entries.pop(each, None)
        self._entries, self._applied = entries, upto

    def search(self, request: Request, cancelled: Callable[[], bool] = lambda: False) -> Page:
        """Answer one request. Raises `Cancelled`."""
        found = self._matching(request.tree, cancelled)
        texts = _folded(found)
        score = _Scorer(self._entries.values(), request.tree)
        ranked = [
            (entry, Ranked(entry.article.id, _nudged(score(entry), entry, request), reprints))
            for entry, reprints in texts
        ]
        ranked.sort(key=lambda each: _order(each[0], each[1], request.sort))
        page = tuple(each for _, each in ranked[request.offset : request.offset + request.limit])
        facets = _facets([entry for entry, _ in texts]) if request.facets else {}
        return Page(len(texts), page, facets, len(found) - len(texts))

    def like(self, article: Article, limit: int = 20) -> tuple[Ranked, ...]:
        """The articles most like this one, reprints among them, without itself."""
        entries = self._entries
        tree = likeness(article, len(entries), lambda stem: _holding(entries.values(), "", stem))
        score = _Scorer(entries.values(), tree)
        others = [entry for entry in self._matching(tree, lambda: False) if entry.article.id != article.id]
        ranked = [(each, Ranked(each.article.id, round(score(each), ranking.PLACES))) for each in others]
        ranked.sort(key=lambda each: _order(each[0], each[1], Sort.RELEVANCE))
        return tuple(each for _, each in ranked[:limit])

    def correct(self, word: str) -> str:
        """The nearest word of the index to a word that finds nothing, or ""."""
        known = Counter(word for entry in self._entries.values() for word in set(map(fold, entry.fields[""].values())))
        return nearest(word, known, known.__getitem__)

    def merge(self) -> None:
        """There is nothing to tidy up."""

    def check(self) -> tuple[str, ...]:
        """Memory is always sound."""
        return ()

    def stats(self) -> Stats:
        """Numbers for a person."""
        return Stats(len(self._entries), 1, 0, self._applied)

    def close(self) -> None:
        """There is nothing to release."""

    def _matching(self, tree: Node, cancelled: Callable[[], bool]) -> list[Entry]:
        found = []
        for entry in self._entries.values():
            if cancelled():
                raise Cancelled
            if matches(entry, tree):
                found.append(entry)
        return found


class _Scorer:
    """Scores articles as `ranking` says, for one tree over one set of articles."""

    def __init__(self, entries: Iterable[Entry], tree: Node) -> None:
        every = list(entries)
        self._mean = sum(entry.length for entry in every) / max(len(every), 1)
        self._scoring = [(node, list(_weights(node, every))) for node in terms(tree)] if every else []

    def __call__(self, entry: Entry) -> float:
        score = 0.0
        for node, weights in self._scoring:
            if weights and matches(entry, node):
                for word, weight in weights:
                    score += self._of(entry, node, word, weight)
        return score

    def _of(self, entry: Entry, node: Node, word: str, weight: float) -> float:
        if getattr(node, "field", ""):
            return weight
        dampening = ranking.norm(entry.length, self._mean)
        return ranking.term_score(weight, entry.frequencies[word], dampening)


def _weights(node: Node, entries: Sequence[Entry]) -> Iterable[tuple[str, float]]:
    """The stems of a node that score, each with its weight."""
    for word in _scoring_words(node):
        field = getattr(node, "field", "")
        yield stem(word), ranking.idf(len(entries), _holding(entries, field, stem(word)))


def _scoring_words(node: Node) -> tuple[str, ...]:
    """The words of a node that score: all but beginnings and similar ones."""
    found: list[str] = []
    for part in terms(normal(node)):
        match part:
            case Term(text):
                found.append(text)
            case Phrase(each):
                found.extend(each)
            case Near(left, right):
                found += left, right
    return tuple(found)


def _holding(entries: Iterable[Entry], field: str, stem: str) -> int:
    return sum(stem in entry.stems[field] for entry in entries)


def _folded(found: Iterable[Entry]) -> list[tuple[Entry, int]]:
    """One entry for each text, the earliest, and how many more carry it."""
    texts: dict[str, list[Entry]] = defaultdict(list)
    for entry in found:
        texts[entry.document.fold].append(entry)
    return [(min(copies, key=_age), len(copies) - 1) for copies in texts.values()]


def _age(entry: Entry) -> tuple[datetime, str]:
    return entry.article.published or _LATEST, entry.article.id


def _nudged(score: float, entry: Entry, request: Request) -> float:
    if request.sort is Sort.RECENT and request.now:
        return ranking.nudge(score, entry.article.published, request.now)
    return round(score, ranking.PLACES)


def _order(entry: Entry, ranked: Ranked, sort: Sort) -> tuple[float, float, float, str]:
    """Sorts the best first: score, then date, undated last, then id."""
    published = entry.article.published
    undated = published is None
    moment = published.timestamp() if published else 0.0
    score = 0.0 if sort in (Sort.NEWEST, Sort.OLDEST) else -ranked.score
    return score, undated, moment if sort is Sort.OLDEST else -moment, ranked.id


def _facets(entries: Iterable[Entry]) -> dict[str, tuple[Facet, ...]]:
    articles = [entry.article for entry in entries]
    days = Counter(each.published.astimezone(UTC).date().isoformat() for each in articles if each.published)
    months = Counter(day[: len("2025-10")] for day in days.elements())
    return {
        "source": _counted(Counter(each.source for each in articles if each.source)),
        "month": _dated(months),
        "day": _dated(days) if len(months) == 1 else (),
        "language": _counted(Counter(each.language for each in articles if each.language)),
    }


def _dated(counts: Counter[str]) -> tuple[Facet, ...]:
    return tuple(Facet(value, counts[value]) for value in sorted(counts, reverse=True))


def _counted(counts: Counter[str]) -> tuple[Facet, ...]:
    return tuple(Facet(value, n) for value, n in sorted(counts.items(), key=lambda each: (-each[1], each[0])))
