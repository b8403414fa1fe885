"""Documents to tokens: the one pass over the text that indexing takes.

A token is a number for the word as it stands in the text; each different word is folded and stemmed once a batch.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from index.search.engine import Document
from index.search.ranking import BODY, GAP, LEAD, TITLE, length_byte, weighted_length, zones
from index.search.whoosh import columns
from index.search.whoosh.numeric import Array, np
from index.search.whoosh.schema import ZONES
from index.text.words import WORD, fold, stemmed


class Vocabulary(dict[str, int]):
    """Words as they stand, numbered as they come."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number

    def stems(self) -> tuple[list[bytes], Array]:
        """The stems in the order of their bytes, and the place there of each word's stem."""
        return _ranked(stemmed(list(map(fold, self))))

    def words(self) -> tuple[list[bytes], Array]:
        """The same with the folded words."""
        return _ranked(map(fold, self))


def _ranked(texts: Iterable[str]) -> tuple[list[bytes], Array]:
    """The different texts in the order of their bytes, and the place there of each."""
    numbers: dict[str, int] = {}
    items = np.array([numbers.setdefault(text, len(numbers)) for text in texts], np.int64)
    encoded = [text.encode("utf-8", "surrogatepass") for text in numbers]
    order = sorted(range(len(encoded)), key=encoded.__getitem__)
    ranks = np.empty(len(order), np.int64)
    ranks[order] = np.arange(len(order))
    return [encoded[number] for number in order], ranks[items]


class Tokens:
    """The tokens of one zone, in stretches of equal document and weight that lie together."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._tokens = array("I")
        self._stretches = array("q")

    def add(self, text: str, document: int, position: int, weight: int = 1) -> int:
        """Take in a text whose first word stands at `position`; returns the number of its words."""
        before = len(self._tokens)
        self._tokens.extend(map(self.vocabulary.__getitem__, WORD.findall(text)))
        count = len(self._tokens) - before
        self._stretches.extend((document, position - before, weight, count))
        return count

    def __len__(self) -> int:
        return len(self._tokens)

    def numbers(self) -> Array:
        """The word number of each token."""
        return np.frombuffer(self._tokens, np.uint32) if self._tokens else np.empty(0, np.uint32)

    def places(self, which: Array) -> tuple[Array, Array, Array]:
        """The document of each of these tokens, its position there, and its weight.

        They are asked for some tokens at a time: for all of them they would be the largest things in memory.
        """
        stretches = np.frombuffer(self._stretches, np.int64).reshape(-1, 4)
        ends = np.cumsum(stretches[:, 3])
        documents, shifts, weights = stretches[np.searchsorted(ends, which, side="right"), :3].T
        return documents, shifts + which, weights


class Batch:
    """Documents on their way into one segment."""

    def __init__(self) -> None:
        self.zones = {zone: Tokens(Vocabulary()) for zone in ZONES}
        self.has: list[frozenset[str]] = []
        self._ids: list[int] = []
        self._published: list[int] = []
        self._folds: list[int] = []
        self._lengths: list[int] = []
        self._sources: list[str] = []
        self._languages: list[str] = []

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def tokens(self) -> int:
        """How much has been taken in, in words of text."""
        return len(self.zones["text"])

    def add(self, document: Document) -> None:
        """Take in one document."""
        article = document.article
        number = len(self)
        self._ids.append(columns.id_number(article.id))
        self._published.append(columns.moment(article.published))
        self._folds.append(columns.fold_number(document.fold))
        self._sources.append(article.source)
        self._languages.append(article.language)
        self.has.append(document.has)
        self._text(document, number)
        for zone, values in (
            ("title", (article.title,)),
            ("author", article.authors),
            ("claim", document.claims),
            ("quoted", document.quoted),
        ):
            self._values(zone, values, number)

    def _text(self, document: Document, number: int) -> None:
        title, lead, rest = zones(document.article)
        tokens = self.zones["text"]
        in_title = tokens.add(title, number, 0, TITLE)
        in_lead = tokens.add(lead, number, in_title + GAP, LEAD)
        in_rest = tokens.add(rest, number, in_title + GAP + in_lead, BODY)
        self._lengths.append(length_byte(weighted_length(in_title, in_lead, in_rest)))

    def _values(self, zone: str, values: Iterable[str], number: int) -> None:
        position = 0
        for value in values:
            position += self.zones[zone].add(value, number, position) + GAP

    def columns(self) -> columns.Columns:
        """The columns of all documents taken in."""
        return columns.Columns(
            np.array(self._ids, np.uint64),
            np.array(self._published, np.int64),
            np.array(self._folds, np.uint64),
            np.array(self._lengths, np.uint8),
            columns.labels(self._sources),
            columns.labels(self._languages),
        )
