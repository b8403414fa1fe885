"""Does speed cost ranking? Titles as queries over stories whose events are known.

`python -m tests.benchmarks.ranking FOLDER` reads every .jsonl file of FOLDER ({"title", "text", "event"} a line),
asks for any of the words of each title, and prints for each engine how often the first other article found is of
the same event, of those that have another; and how many of lateral's first ten are among those of stock Whoosh's own
BM25F over the same index.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import mean

from index.model import Article
from index.search.engine import Document, Request
from index.search.tree import Or, Term
from index.search.whoosh.engine import WhooshEngine
from index.text.words import stem, words

TOP = 10

Story = tuple[str, str, str]  # title, text, event
Search = Callable[[Sequence[str], int], list[int]]  # words and a limit to numbers of stories, best first


def lateral(stories: Sequence[Story], folder: Path) -> Search:
    """This project's engine, without folding."""
    engine = WhooshEngine(folder)
    articles = (Article(f"{n:016x}", title, text, "") for n, (title, text, _) in enumerate(stories))
    engine.apply((Document(article, article.id) for article in articles), (), 1)

    def search(asked: Sequence[str], limit: int) -> list[int]:
        page = engine.search(Request(Or(tuple(map(Term, asked))), limit, facets=False))
        return [int(hit.id, 16) for hit in page.hits]

    return search


def stock(folder: Path) -> Search:
    """Stock Whoosh over the index that `lateral` has made."""
    from whoosh import query
    from whoosh.index import open_dir

    searcher = open_dir(str(folder)).searcher()
    ids = searcher.reader().column_reader("id")

    def search(asked: Sequence[str], limit: int) -> list[int]:
        made = query.Or([query.Term("text", stem(word)) for word in asked])
        return [int(ids[number], 16) for _, number in searcher.search(made, limit=limit).top_n]

    return search


def fts5(stories: Sequence[Story]) -> Search:
    """SQLite's full-text search with Porter stems, the title weighing three times the text."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE story USING fts5(title, body, tokenize='porter unicode61')")
    connection.executemany("INSERT INTO story VALUES (?, ?)", [story[:2] for story in stories])

    def search(asked: Sequence[str], limit: int) -> list[int]:
        any_of = " OR ".join(f'"{word}"' for word in asked)
        order = "SELECT rowid FROM story WHERE story MATCH ? ORDER BY bm25(story, 3, 1) LIMIT ?"
        return [row[0] - 1 for row in connection.execute(order, (any_of, limit))]

    return search


def questions(stories: Sequence[Story]) -> Iterator[tuple[int, list[str]]]:
    """The stories whose event has another, with the words of their titles."""
    sizes = Counter(event for _, _, event in stories)
    for number, (title, _, event) in enumerate(stories):
        asked = list(dict.fromkeys(words(title)))
        if sizes[event] > 1 and asked:
            yield number, asked


def first_hits(stories: Sequence[Story], search: Search) -> float:
    """How often the first other story found is of the same event."""
    right = []
    for number, asked in questions(stories):
        others = [found for found in search(asked, 2) if found != number]
        right.append(bool(others) and stories[others[0]][2] == stories[number][2])
    return mean(right)


def agreement(stories: Sequence[Story], one: Search, other: Search) -> float:
    """The share of the first hits of one that are among those of the other."""
    shares = []
    for _, asked in questions(stories):
        found, expected = one(asked, TOP), set(other(asked, TOP))
        shares.append(len(expected.intersection(found)) / max(1, len(found)))
    return mean(shares)


def main() -> None:
    """Read the command line and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    for file in sorted(parser.parse_args().folder.glob("*.jsonl")):
        rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
        stories = [(row["title"], row["text"], str(row["event"])) for row in rows]
        with tempfile.TemporaryDirectory() as temporary:
            ours = lateral(stories, Path(temporary))
            theirs = stock(Path(temporary))
            print(f"{file.name}: {len(stories)} stories")
            for name, search in (("lateral", ours), ("stock Whoosh", theirs), ("FTS5", fts5(stories))):
                print(f"  own event first, {name}: {first_hits(stories, search):.3f}")
            print(f"  top {TOP} shared with stock Whoosh: {agreement(stories, ours, theirs):.4f}")


if __name__ == "__main__":
    main()
