"""The index is a Whoosh index: stock Whoosh opens it, without lateral, and finds and ranks the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import whoosh

from index.search.engine import Request
from index.search.tree import And, Not, Or, Prefix, Sort, Term
from index.search.whoosh.engine import WhooshEngine
from tests.index.search.whoosh.builders import document, engine, numbers

# Runs with nothing but whoosh on its path; the analyzers it uses are those that the index itself carries.
STOCK = """
import json, sys
sys.path[:] = [place for place in sys.path if "site-packages" not in place]
sys.path.append(sys.argv[1])
from whoosh import query, sorting
from whoosh.index import open_dir
from whoosh.qparser import QueryParser

index = open_dir(sys.argv[2])
searcher = index.searcher()
reader = searcher.reader()

def column(name, number):
    for leaf, base in reader.leaf_readers():
        if base <= number < base + leaf.doc_count_all():
            return leaf.column_reader(name)[number - base]

def found(made, **options):
    results = searcher.search(made, limit=None, **options)
    return [[int(column("id", number), 16), round(score, 6)] for score, number in results.top_n]

every = [text.decode() for text in reader.lexicon("text")]
postings = 0
for field, text in reader.all_terms():
    matcher = reader.postings(field, text)
    while matcher.is_active():
        matcher.id(), matcher.weight()
        postings += 1
        matcher.next()
counts = searcher.search(query.Every(), groupedby="source", maptype=sorting.Count).groups()
print(json.dumps({
    "term": found(QueryParser("text", index.schema).parse("Tariffs")),
    "both": found(query.And([query.Term("text", "tariff"), query.Term("text", "harbour")])),
    "any": found(query.Or([query.Term("text", "tariff"), query.Term("text", "soybean")])),
    "without": found(query.AndNot(query.Term("text", "tariff"), query.Term("text", "soybean"))),
    "prefix": sorted(found(query.ConstantScoreQuery(query.Prefix("text_words", "tar")))),
    "newest": found(query.Term("text", "tariff"), sortedby="published", reverse=True),
    "count": reader.doc_count(),
    "sources": {name.decode(): count for name, count in counts.items()},
    "postings": postings,
    "fields": reader.stored_fields(0),
    "lateral": "index.search" in sys.modules,
}))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    words = ["tariffs", "harbour", "soybeans", "tariff", "minister", "Tartan"]
    texts = [" ".join(words[(number * step) % 6] for step in range(1, 4 + number % 5)) for number in range(60)]
    documents = [
        document(number, text, title=words[number % 6], source=("Wire", "Harbour Post")[number % 2])
        for number, text in enumerate(texts)
    ]
    made = engine(folder, documents[:30], documents[30:50], documents[50:])
    made.merge()
    return folder


@pytest.fixture(scope="module")
def stock(folder: Path) -> dict[str, Any]:
    home = Path(next(iter(whoosh.__path__))).parent
    command = [sys.executable, "-W", "ignore", "-I", "-c", STOCK, str(home), str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=os.sep)
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize(
    ("name", "tree"),
    [
        ("term", Term("Tariffs")),
        ("both", And((Term("tariff"), Term("harbour")))),
        ("any", Or((Term("tariff"), Term("soybean")))),
        ("without", And((Term("tariff"), Not(Term("soybean"))))),
    ],
)
def test_stock_whoosh_finds_the_same_with_the_same_scores(
    folder: Path, stock: dict[str, Any], name: str, tree: And | Or | Term
) -> None:
    ours = {int(hit.id, 16): hit.score for hit in WhooshEngine(folder).search(Request(tree, 100)).hits}
    theirs = dict(stock[name])
    assert theirs.keys() == ours.keys()
    assert [round(score, 1) for score in theirs.values()] == sorted(
        (round(score, 1) for score in theirs.values()), reverse=True
    )
    assert all(abs(theirs[number] - score) < 0.02 * score for number, score in ours.items())


def test_stock_whoosh_sorts_by_date(folder: Path, stock: dict[str, Any]) -> None:
    page = WhooshEngine(folder).search(Request(Term("tariff"), 100, sort=Sort.NEWEST))
    assert [number for number, _ in stock["newest"]] == [int(hit.id, 16) for hit in page.hits]


def test_stock_whoosh_finds_beginnings_of_words(folder: Path, stock: dict[str, Any]) -> None:
    assert [number for number, _ in stock["prefix"]] == sorted(numbers(WhooshEngine(folder), Prefix("tar")))


def test_stock_whoosh_counts_articles_by_source(stock: dict[str, Any]) -> None:
    assert stock["count"] == 60
    assert stock["sources"] == {"Wire": 30, "Harbour Post": 30}


def test_stock_whoosh_reads_every_posting(stock: dict[str, Any]) -> None:
    assert stock["postings"] > 60
    assert stock["fields"] == {}
    assert not stock["lateral"]
