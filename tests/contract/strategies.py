"""Libraries and requests that hypothesis makes up: few words, sources and dates, so that they meet often."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from index.model import Article
from index.search.engine import Document, Request
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
    Nothing,
    Or,
    Phrase,
    Prefix,
    Sort,
    Term,
    TextField,
    Wildcard,
)
from index.text.words import words as cut
from tests.index.search.builders import NOW, identity

WORDS = (
    *(
        "ferry",
        "Ferries",
        "Ferry’s",
        "fog",
        "foggy",
        "old",
        "older",
        "the",
        "The",
        "island",
        "islands",
        "islet",
    ),
    *(
        "saint-brannoc",
        "O’Brien",
        "don't",
        "1,900",
        "1.9",
        "2026",
        "été",
        "Été",
        "ÉTÉ",
        "straße",
        "İzmir",
        "東京",
        "x",
    ),
)
_PUNCTUATION = ("", "", "", "", ".", ",", " –", "?", "’", "'s")
_SOURCES = ("Herald", "Ellender Herald", "Harbour & Trade", "HERALD", "L’Été", "Die „Zeit“", "")
_LANGUAGES = ("en", "en-GB", "de", "")
_HAS = ("claim", "figure", "quotation")
_FIELDS: tuple[TextField, ...] = ("", "", "", "title", "claim", "quoted", "author")

words = st.sampled_from(WORDS) | st.sampled_from(WORDS) | st.text(min_size=1, max_size=4)
ids = st.integers(1, 9).map(str).map(identity)
_tokens = st.builds(lambda word, mark: word + mark, words, st.sampled_from(_PUNCTUATION))
_lines = st.lists(_tokens, max_size=5).map(" ".join)
_texts = st.lists(st.lists(_tokens, max_size=9).map(" ".join), max_size=3).map("\n\n".join)
_moments = st.sampled_from(
    [
        None,
        NOW,
        NOW - timedelta(hours=12, microseconds=1),
        NOW - timedelta(days=40),
        datetime(2026, 5, 1, 0, 30, tzinfo=timezone(timedelta(hours=2))),
        datetime(2026, 4, 30, 22, 30, tzinfo=UTC),
        datetime(1969, 7, 20, 20, 17, 40, 5, tzinfo=UTC),
    ]
)

articles = st.builds(
    Article,
    id=ids,
    title=_lines,
    text=_texts,
    source=st.sampled_from(_SOURCES),
    authors=st.lists(_lines, max_size=2).map(tuple),
    published=_moments,
    language=st.sampled_from(_LANGUAGES),
)
documents = st.builds(
    Document,
    article=articles,
    fold=st.sampled_from("abcdefgh"),
    claims=st.lists(_lines, max_size=2).map(tuple),
    quoted=st.lists(_lines, max_size=2).map(tuple),
    has=st.frozensets(st.sampled_from(_HAS)),
)
changes = st.tuples(st.lists(documents, max_size=5), st.lists(ids, max_size=2))

_fields = st.sampled_from(_FIELDS)
_beginnings = st.builds(lambda word, length: word[:length], words, st.integers(1, 4))
_patterns = st.builds(
    lambda word, at, wild: word[:at] + wild + word[at + 1 :], words, st.integers(0, 3), st.sampled_from("*?")
)
_ends = st.none() | _moments
_one_word = words.map(cut).filter(lambda found: len(found) == 1).map(lambda found: found[0])  # as the grammar cuts it
_leaves = (
    st.just(Every())
    | st.just(Nothing())
    | st.builds(Term, words, _fields)
    | st.builds(Prefix, _beginnings, _fields)
    | st.builds(Wildcard, _patterns, _fields)
    | st.builds(Fuzzy, words, st.integers(1, 2), _fields)
    | st.builds(Phrase, st.lists(words, min_size=1, max_size=3).map(tuple), _fields, st.booleans())
    | st.builds(Near, _one_word, _one_word, st.integers(1, 9), _fields)
    | st.builds(
        Keyword, st.just("source"), st.sampled_from((*_SOURCES, "her", "herald el", "&")), st.booleans(), st.booleans()
    )
    | st.builds(Keyword, st.just("lang"), st.sampled_from((*_LANGUAGES, "EN", "e")), st.booleans())
    | st.builds(Keyword, st.just("has"), st.sampled_from((*_HAS, "fig")))
    | st.builds(Dates, _ends, _ends)
    | st.builds(Ids, st.frozensets(ids, max_size=4))
)


def _joined(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    parts = st.lists(nodes, min_size=1, max_size=3).map(tuple)
    return st.builds(And, parts) | st.builds(Or, parts) | st.builds(Not, nodes)


trees: st.SearchStrategy[Node] = st.recursive(_leaves, _joined, max_leaves=5)
requests = st.builds(
    Request,
    tree=trees,
    limit=st.integers(0, 12),
    offset=st.integers(0, 3),
    sort=st.sampled_from(Sort),
    now=st.just(NOW),
)
