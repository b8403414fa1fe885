"""The engines that the search benchmark compares, behind one small face.

Each indexes the same articles (title and text, English stems where it has them, date, source), keeps or finds the
text for highlighting, and answers the same kinds of query with the first 20 hits. A lone prefix lists the newest
first, in every engine.
"""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from index.model import Article
from index.search.tree import And, Node, Or, Phrase, Prefix, Sort, Term

HITS = 20
BATCH = 10_000


class Corpus:
    """The articles on disk, as a store that every engine indexes from and reads texts from."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file)

    def fill(self, articles: Iterable[Article]) -> None:
        """Write the articles."""
        self._connection.execute("CREATE TABLE article (id TEXT PRIMARY KEY, title, text, source, published, url)")
        rows = ((a.id, a.title, a.text, a.source, _seconds(a), a.url) for a in articles)
        self._connection.executemany("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._connection.commit()

    def rows(self) -> Iterator[tuple[str, str, str, str, int, str]]:
        """Id, title, text, source, Unix time and URL of every article."""
        return iter(self._connection.execute("SELECT * FROM article ORDER BY rowid"))

    def texts(self, ids: Sequence[str]) -> list[str]:
        """The texts of these articles."""
        marks = ",".join("?" * len(ids))
        return [row[0] for row in self._connection.execute(f"SELECT text FROM article WHERE id IN ({marks})", ids)]


class Contestant(ABC):
    """One engine over one folder; queries give the number of hits shown."""

    def __init__(self, folder: Path, corpus: Corpus) -> None:
        self.folder = folder
        self.corpus = corpus

    @abstractmethod
    def index(self) -> None:
        """Index the whole corpus."""

    def load(self) -> None:  # noqa: B027 - few have anything to import
        """Import what queries need."""

    def tidy(self) -> None:  # noqa: B027 - most do that while they index
        """Do what can be done in the background later on."""

    @abstractmethod
    def open(self) -> None:
        """Make ready for queries."""

    @abstractmethod
    def typed(self, words: Sequence[str], last: str) -> int:
        """All of `words`, and one that begins like `last`."""

    @abstractmethod
    def every(self, words: Sequence[str]) -> int:
        """All of these words, by relevance."""

    @abstractmethod
    def some(self, words: Sequence[str]) -> int:
        """Any of these words, by relevance."""

    @abstractmethod
    def phrase(self, words: Sequence[str]) -> int:
        """These words in a row, by relevance."""

    @abstractmethod
    def newest(self, words: Sequence[str]) -> int:
        """All of these words, newest first."""

    @abstractmethod
    def facets(self, words: Sequence[str]) -> int:
        """All of these words, by relevance, with counts by source."""

    @abstractmethod
    def highlighted(self, words: Sequence[str]) -> int:
        """Any of these words, by relevance, with a marked snippet of each hit."""


class Lateral(Contestant):
    """This project's engine."""

    def load(self) -> None:
        import index.search.snippets
        import index.search.whoosh.engine  # noqa: F401 - only to have it imported

    def index(self) -> None:
        from index.search.engine import Document

        engine = self._made()
        documents = (Document(article, article.text) for article in self._articles())
        for number, first in enumerate(documents, 1):
            engine.apply(chain([first], islice(documents, BATCH - 1)), (), number)

    def tidy(self) -> None:
        self._made().merge()

    def open(self) -> None:
        self._engine = self._made()

    def typed(self, words: Sequence[str], last: str) -> int:
        return self._found(And((*map(Term, words), Or((Term(last), Prefix(last))))))

    def every(self, words: Sequence[str]) -> int:
        return self._found(And(tuple(map(Term, words))))

    def some(self, words: Sequence[str]) -> int:
        return self._found(Or(tuple(map(Term, words))))

    def phrase(self, words: Sequence[str]) -> int:
        return self._found(Phrase(tuple(words)))

    def newest(self, words: Sequence[str]) -> int:
        return self._found(And(tuple(map(Term, words))), sort=Sort.NEWEST)

    def facets(self, words: Sequence[str]) -> int:
        return self._found(And(tuple(map(Term, words))), facets=True)

    def highlighted(self, words: Sequence[str]) -> int:
        from index.search.engine import Request
        from index.search.snippets import snippet

        tree = Or(tuple(map(Term, words)))
        page = self._engine.search(Request(tree, HITS, facets=False))
        return len([snippet(text, tree) for text in self.corpus.texts([hit.id for hit in page.hits])])

    def _found(self, tree: Node, *, sort: Sort = Sort.RELEVANCE, facets: bool = False) -> int:
        from index.search.engine import Request

        return len(self._engine.search(Request(tree, HITS, sort=sort, facets=facets)).hits)

    def _made(self) -> Any:
        from index.search.whoosh.engine import WhooshEngine

        return WhooshEngine(self.folder)

    def _articles(self) -> Iterator[Article]:
        from datetime import UTC, datetime

        for id_, title, text, source, published, url in self.corpus.rows():
            moment = datetime.fromtimestamp(published, UTC)
            yield Article(id_, title, text, source, published=moment, url=url, language="en")


class Fts5(Contestant):
    """SQLite's full-text search, its text inside, with Porter stems."""

    options = "tokenize='porter unicode61'"

    def index(self) -> None:
        connection = self._connected()
        made = (
            f"CREATE VIRTUAL TABLE news USING fts5(title, body, source UNINDEXED, published UNINDEXED, {self.options})"
        )
        connection.execute(made)
        rows = self.corpus.rows()
        while batch := list(islice(rows, BATCH)):
            connection.executemany("INSERT INTO news VALUES (?, ?, ?, ?)", [row[1:5] for row in batch])
            connection.commit()

    def open(self) -> None:
        self._open = self._connected()

    def typed(self, words: Sequence[str], last: str) -> int:
        return self._found([*words, f"{last}*"], "bm25(news, 3, 1)" if words else "published DESC")

    def every(self, words: Sequence[str]) -> int:
        return self._found(words)

    def some(self, words: Sequence[str]) -> int:
        return self._found([" OR ".join(words)])

    def phrase(self, words: Sequence[str]) -> int:
        return self._found([f'"{" ".join(words)}"'])

    def newest(self, words: Sequence[str]) -> int:
        return self._found(words, "published DESC")

    def facets(self, words: Sequence[str]) -> int:
        counts = "SELECT source, count(*) FROM news WHERE news MATCH ? GROUP BY source"
        self._open.execute(counts, (" ".join(words),)).fetchall()
        return self._found(words)

    def highlighted(self, words: Sequence[str]) -> int:
        return self._found([" OR ".join(words)], shown="snippet(news, 1, '[', ']', '…', 40)")

    def _found(self, words: Sequence[str], order: str = "bm25(news, 3, 1)", shown: str = "title") -> int:
        query = f"SELECT rowid, {shown} FROM news WHERE news MATCH ? ORDER BY {order} LIMIT {HITS}"
        return len(self._open.execute(query, (" ".join(words),)).fetchall())

    def _connected(self) -> sqlite3.Connection:
        self.folder.mkdir(exist_ok=True)
        connection = sqlite3.connect(self.folder / "fts5.db")
        connection.execute("PRAGMA mmap_size = 4294967296")  # in memory as the other engines' files are
        return connection


class Fts5Prefix(Fts5):
    """The same with an index of beginnings of one to three letters."""

    options = "tokenize='porter unicode61', prefix='1 2 3'"


class Tantivy(Contestant):
    """The Rust engine through its Python binding: stems for words, words as they stand for beginnings."""

    def index(self) -> None:
        import tantivy

        schema = self._schema()
        self.folder.mkdir(exist_ok=True)
        index = tantivy.Index(schema, path=str(self.folder))
        writer = index.writer(128_000_000, 1)
        rows = self.corpus.rows()
        while batch := list(islice(rows, BATCH)):
            for _, title, text, source, published, _ in batch:
                full = f"{title}\n{text}"
                writer.add_document(tantivy.Document(text=full, words=full, source=source, published=published))
            writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        import tantivy

        self._tantivy = tantivy
        self._index = tantivy.Index.open(str(self.folder))
        self._index.reload()
        self._searcher = self._index.searcher()
        self._stemmed = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        self._stemmed = self._stemmed.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("english"))
        self._analyzer = self._stemmed.build()

    def typed(self, words: Sequence[str], last: str) -> int:
        beginning = self._tantivy.Query.regex_query(self._index.schema, "words", f"{last.lower()}.*")
        return self._found([*map(self._term, words), beginning], None if words else "published")

    def every(self, words: Sequence[str]) -> int:
        return self._found([self._term(word) for word in words])

    def some(self, words: Sequence[str]) -> int:
        return len(self._searcher.search(self._any(words), HITS).hits)

    def phrase(self, words: Sequence[str]) -> int:
        stems = [self._analyzer.analyze(word)[0] for word in words]
        return self._found([self._tantivy.Query.phrase_query(self._index.schema, "text", [*stems])])

    def newest(self, words: Sequence[str]) -> int:
        return self._found([self._term(word) for word in words], "published")

    def facets(self, words: Sequence[str]) -> int:
        query = self._all([self._term(word) for word in words])
        self._searcher.aggregate(query, {"by": {"terms": {"field": "source", "size": 300}}})
        return self._found([self._term(word) for word in words])

    def highlighted(self, words: Sequence[str]) -> int:
        query = self._any(words)
        snippets = self._tantivy.SnippetGenerator.create(self._searcher, query, self._index.schema, "text")
        hits = self._searcher.search(query, HITS).hits
        documents = [self._searcher.doc(address) for _, address in hits]
        return len([snippets.snippet_from_doc(document).to_html() for document in documents])

    def _found(self, queries: Sequence[Any], order: str | None = None) -> int:
        return len(self._searcher.search(self._all(queries), HITS, order_by_field=order).hits)

    def _all(self, queries: Sequence[Any]) -> Any:
        must = self._tantivy.Occur.Must
        return self._tantivy.Query.boolean_query([(must, query) for query in queries])

    def _any(self, words: Sequence[str]) -> Any:
        should = self._tantivy.Occur.Should
        return self._tantivy.Query.boolean_query([(should, self._term(word)) for word in words])

    def _term(self, word: str) -> Any:
        stem = self._analyzer.analyze(word)[0]
        return self._tantivy.Query.term_query(self._index.schema, "text", stem)

    def _schema(self) -> Any:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
        builder.add_text_field("words", tokenizer_name="default", index_option="basic")
        builder.add_text_field("source", fast=True, tokenizer_name="raw")
        builder.add_integer_field("published", fast=True, indexed=True)
        return builder.build()


class StockWhoosh(Contestant):
    """Whoosh 2.7.4 as its documentation has it."""

    def load(self) -> None:
        import whoosh.index
        import whoosh.query  # noqa: F401 - only to have it imported

    def index(self) -> None:
        from whoosh.index import create_in

        self.folder.mkdir(exist_ok=True)
        index = create_in(str(self.folder), self._schema())
        rows = self.corpus.rows()
        while batch := list(islice(rows, BATCH)):
            writer = index.writer(limitmb=128)
            for id_, title, text, source, published, _ in batch:
                writer.add_document(id=id_, text=f"{title}\n{text}", source=source, published=published)
            writer.commit()

    def open(self) -> None:
        from whoosh.index import open_dir

        self._index = open_dir(str(self.folder))
        self._searcher = self._index.searcher()
        self._analyzer = self._index.schema["text"].analyzer

    def typed(self, words: Sequence[str], last: str) -> int:
        from whoosh.query import And as AndQuery
        from whoosh.query import Prefix as PrefixQuery

        query = AndQuery([*self._terms(words), PrefixQuery("text", last.lower())])
        return self._found(query, None if words else "published")

    def every(self, words: Sequence[str]) -> int:
        from whoosh.query import And as AndQuery

        return self._found(AndQuery(self._terms(words)))

    def some(self, words: Sequence[str]) -> int:
        from whoosh.query import Or as OrQuery

        return self._found(OrQuery(self._terms(words)))

    def phrase(self, words: Sequence[str]) -> int:
        from whoosh.query import Phrase as PhraseQuery

        return self._found(PhraseQuery("text", [term.text for term in self._terms(words)]))

    def newest(self, words: Sequence[str]) -> int:
        from whoosh.query import And as AndQuery

        return self._found(AndQuery(self._terms(words)), "published")

    def facets(self, words: Sequence[str]) -> int:
        from whoosh.query import And as AndQuery
        from whoosh.sorting import Count

        results = self._searcher.search(AndQuery(self._terms(words)), limit=HITS, groupedby="source", maptype=Count)
        results.groups()
        return len(results.top_n)

    def highlighted(self, words: Sequence[str]) -> int:
        from whoosh.query import Or as OrQuery

        results = self._searcher.search(OrQuery(self._terms(words)), limit=HITS)
        return len([hit.highlights("text") for hit in results])

    def _found(self, query: Any, order: str | None = None) -> int:
        return len(self._searcher.search(query, limit=HITS, sortedby=order, reverse=order is not None).top_n)

    def _terms(self, words: Sequence[str]) -> list[Any]:
        from whoosh.query import Term as TermQuery

        return [TermQuery("text", token.text) for word in words for token in self._analyzer(word)]

    def _schema(self) -> Any:
        from whoosh.analysis import StemmingAnalyzer
        from whoosh.fields import ID, NUMERIC, TEXT, Schema

        text = TEXT(analyzer=StemmingAnalyzer(stoplist=None, minsize=1), stored=True)
        return Schema(
            id=ID(stored=True, unique=True), text=text, source=ID(sortable=True), published=NUMERIC(sortable=True)
        )


CONTESTANTS: dict[str, type[Contestant]] = {
    "lateral": Lateral,
    "fts5": Fts5,
    "fts5-prefix": Fts5Prefix,
    "tantivy": Tantivy,
    "whoosh": StockWhoosh,
}


def _seconds(article: Article) -> int:
    return int(article.published.timestamp()) if article.published else 0
