"""Which documents a query tree matches: a truth value for each, combined as the tree says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import reduce

from index.search.fields import bare
from index.search.shapes import shape
from index.search.tree import (
    And,
    Dates,
    Every,
    Fuzzy,
    Ids,
    Keyword,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
)
from index.search.whoosh import vocabulary
from index.search.whoosh.columns import Labels, id_number, moment
from index.search.whoosh.numeric import Mask, np
from index.search.whoosh.schema import HAS, UNDATED, prefixes_of, words_of
from index.search.whoosh.segment import Segment
from index.search.whoosh.sequence import near, phrase
from index.search.whoosh.snapshot import Snapshot
from index.text.words import fold, stem, words

_Expansion = Iterable[tuple[Segment, int, bytes]]  # dictionary entries with their segment and its base


def encoded(term: str) -> bytes:
    """A term as the index keeps it."""
    return term.encode("utf-8", "surrogatepass")


def stems(*texts: str) -> list[bytes]:
    """The stems of query texts, as they stand in the index."""
    return [encoded(stem(word)) for text in texts for word in words(text)]


def zone_of(field: str) -> str:
    """The zone of the index that a field of the query language names."""
    return field or "text"


class Matcher:
    """Matches trees against one snapshot; `pause` is called between nodes and may raise."""

    def __init__(self, snapshot: Snapshot, pause: Callable[[], None]) -> None:
        self._snapshot = snapshot
        self._pause = pause

    def match(self, node: Node) -> Mask:
        """The documents that `node` matches, deleted ones perhaps among them."""
        self._pause()
        match node:
            case And(parts):
                return reduce(np.logical_and, map(self.match, parts), self._same(True))
            case Or(parts):
                return reduce(np.logical_or, map(self.match, parts), self._same(False))
            case Not(part):
                return np.logical_not(self.match(part))
            case Every():
                return self._same(True)
            case Term(text, field) | Phrase((text,), field, False):
                return self._phrase(zone_of(field), stems(text))
            case Phrase(texts, field, False):
                return self._phrase(zone_of(field), stems(*texts))
            case Phrase(texts, field):
                return self._open_phrase(zone_of(field), texts)
            case Near(left, right, distance, field):
                return self._near(zone_of(field), stems(left), stems(right), distance)
            case Prefix(text, field):
                return self._begun(zone_of(field), encoded(fold(text)))
            case _:
                return self._other(node)

    def _other(self, node: Node) -> Mask:
        match node:
            case Wildcard(pattern, field):
                return self._union(self._shaped(words_of(zone_of(field)), pattern))
            case Fuzzy(text, distance, field):
                return self._union(self._similar(words_of(zone_of(field)), fold(text), distance))
            case Keyword():
                return self._valued(node)
            case Dates(first, end):
                return self._dated(moment(first), moment(end))
            case Ids(ids):
                numbers = np.array([id_number(id_) for id_ in ids], np.uint64)
                return np.isin(self._snapshot.ids, numbers)
            case _:
                return self._same(False)

    def _same(self, value: bool) -> Mask:
        return np.full(len(self._snapshot), value)

    def _term(self, field: str, term: bytes) -> Mask:
        matching = self._same(False)
        matching[self._snapshot.postings(field, term).docs] = True
        return matching

    def _phrase(self, zone: str, terms: list[bytes]) -> Mask:
        if not terms:
            return self._same(False)
        return self._term(zone, terms[0]) if len(terms) == 1 else phrase(self._snapshot, zone, terms)

    def _open_phrase(self, zone: str, texts: tuple[str, ...]) -> Mask:
        cut = [word for text in texts for word in words(text)]
        if not cut:
            return self._same(False)
        *finished, last = cut
        begun = self._begun(zone, encoded(fold(last)))
        return np.logical_and(begun, self._phrase(zone, stems(*finished))) if finished else begun

    def _valued(self, keyword: Keyword) -> Mask:
        match keyword.field:
            case "source":
                return _labelled(self._snapshot.source, _named(keyword))
            case "lang":
                return _labelled(self._snapshot.language, _equal(keyword))
            case "has":
                return self._union(self._kinds(_equal(keyword)))

    def _kinds(self, fits: Callable[[str], bool]) -> _Expansion:
        for segment, base in self._snapshot.based():
            for kind, entry in segment.terms.beginning(HAS, b""):
                if fits(kind.decode()):
                    yield segment, base, entry

    def _near(self, zone: str, left: list[bytes], right: list[bytes], distance: int) -> Mask:
        if len(left) != 1 or len(right) != 1:
            return self._same(False)
        return near(self._snapshot, zone, left[0], right[0], distance)

    def _begun(self, zone: str, prefix: bytes) -> Mask:
        """A beginning that many words of a segment share has its own list there; elsewhere its words are few."""
        matching = self._same(False)
        for segment, base in self._snapshot.based():
            if entry := segment.terms.get(prefixes_of(zone), prefix):
                matching[segment.postings(entry).docs + base] = True
            else:
                for _, word in segment.terms.beginning(words_of(zone), prefix):
                    matching[segment.postings(word).docs + base] = True
        return matching

    def _union(self, expansion: _Expansion) -> Mask:
        matching = self._same(False)
        for segment, base, entry in expansion:
            matching[segment.postings(entry).docs + base] = True
        return matching

    def _shaped(self, field: str, pattern: str) -> _Expansion:
        beginning, word = encoded(vocabulary.beginning(pattern)), shape(pattern)
        for segment, base in self._snapshot.based():
            self._pause()
            for term, entry in segment.terms.beginning(field, beginning):
                if word.fullmatch(term.decode("utf-8", "surrogatepass")):
                    yield segment, base, entry

    def _similar(self, field: str, word: str, distance: int) -> _Expansion:
        for segment, base in self._snapshot.based():
            self._pause()
            for found, _ in vocabulary.similar(segment, field, word, distance):
                if entry := segment.terms.get(field, encoded(found)):
                    yield segment, base, entry

    def _dated(self, first: int, end: int) -> Mask:
        """`UNDATED` stands for an open end; undated documents never match."""
        published = self._snapshot.published
        after = published >= first if first != UNDATED else published != UNDATED
        return after if end == UNDATED else after & (published < end) & (published != UNDATED)


def _labelled(labels: Labels, fits: Callable[[str], bool]) -> Mask:
    """Documents with a label that fits."""
    return np.array([fits(value.casefold()) for value in labels.values], np.bool_)[labels.numbers]


def _equal(keyword: Keyword) -> Callable[[str], bool]:
    """A test for values that are what a keyword says, or begin so while it is being typed."""
    wanted = keyword.value.casefold()
    return (lambda value: value.startswith(wanted)) if keyword.open_end else (lambda value: value == wanted)


def _named(keyword: Keyword) -> Callable[[str], bool]:
    """The same for sources, which may also hold all its words, unless it is a whole name."""
    if keyword.whole:
        same = _equal(replace(keyword, value=bare(keyword.value)))
        return lambda name: same(bare(name))
    equal = _equal(keyword)
    sought = [fold(word) for word in words(keyword.value.casefold())]
    if not sought:
        return equal
    *firsts, last = sought

    def fits(name: str) -> bool:
        own = {fold(word) for word in words(name)}
        found = any(word.startswith(last) for word in own) if keyword.open_end else last in own
        return equal(name) or (found and own.issuperset(firsts))

    return fits
