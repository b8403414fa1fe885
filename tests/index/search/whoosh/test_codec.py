"""Postings written and read back, by us and by stock Whoosh."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.codec.whoosh3 import W3LeafMatcher, W3TermInfo
from whoosh.filedb.structfile import BufferFile
from whoosh.formats import Existence

from index.search.whoosh.codec import decode, encode, extent, size
from index.search.whoosh.postings import Field, offsets, split

Posting = tuple[int, int, list[int]]  # document, weight, positions

postings = st.dictionaries(
    st.integers(0, 100_000),
    st.tuples(st.integers(1, 70_000), st.lists(st.integers(0, 90_000), min_size=1, max_size=6, unique=True)),
    min_size=1,
    max_size=30,
).map(lambda found: [(doc, weight, sorted(places)) for doc, (weight, places) in sorted(found.items())])


def field(*terms: list[Posting]) -> Field:
    flat = [posting for term in terms for posting in term]
    return Field(
        [f"term{number:03}".encode() for number in range(len(terms))],
        offsets(np.array([len(term) for term in terms], np.int64)),
        np.array([doc for doc, _, _ in flat], np.int64),
        np.array([weight for _, weight, _ in flat], np.int64),
        np.array([len(places) for _, _, places in flat], np.int64),
        np.array([gap for _, _, places in flat for gap in np.diff(places, prepend=0).tolist()], np.int64),
    )


def read(entry: bytes, block: bytes) -> list[Posting]:
    found = decode(entry, block)
    assert found.places is not None
    positions, counts = found.places.at(np.arange(len(found.docs)))
    bounds = offsets(counts).tolist()
    weights = found.heaviness().astype(int).tolist()
    return [
        (doc, weight, positions[start:end].tolist())
        for doc, weight, start, end in zip(found.docs.tolist(), weights, bounds[:-1], bounds[1:], strict=True)
    ]


@given(st.lists(postings, min_size=1, max_size=5))
def test_what_is_written_is_read_back(terms: list[list[Posting]]) -> None:
    written = list(encode(field(*terms), None, 0))
    assert [read(*each) for each in written] == terms
    assert [size(entry) for entry, _ in written] == [len(term) for term in terms]


@given(st.lists(postings, min_size=1, max_size=5))
def test_blocks_lie_where_their_entries_say(terms: list[list[Posting]]) -> None:
    written = list(encode(field(*terms), None, 100))
    file = bytes(100) + b"".join(block for _, block in written)
    for entry, block in written:
        place = extent(entry)
        assert file[place[0] : place[0] + place[1]] == block if place else block == b""


@given(postings)
def test_stock_whoosh_reads_a_block(term: list[Posting]) -> None:
    lengths = np.full(100_001, 7, np.uint8)
    [(entry, block)] = encode(field(term), lengths, 0)
    info = W3TermInfo.from_bytes(entry)
    if info.is_inlined():
        ids, weights, _ = info.inlined_postings()
        assert list(ids) == [doc for doc, _, _ in term]
        assert list(weights or [1] * len(ids)) == [weight for _, weight, _ in term]
        return
    matcher = W3LeafMatcher(BufferFile(block), 0, len(block), Existence())
    found = []
    while matcher.is_active():
        found.append((matcher.id(), int(matcher.weight())))
        matcher.next()
    assert found == [(doc, weight) for doc, weight, _ in term]


def test_a_long_list_takes_about_a_byte_a_posting() -> None:
    docs = np.arange(0, 50_000, 5)
    [(_, block)] = encode(Field([b"the"], np.array([0, len(docs)]), docs), None, 0)
    assert len(block) < 1.01 * len(docs) + 100


@given(st.lists(postings, min_size=1, max_size=8), st.integers(1, 40))
def test_a_field_in_parts_holds_what_it_held_whole(terms: list[list[Posting]], part: int) -> None:
    whole = field(*terms)
    parts = list(split(whole, part))
    assert [term for each in parts for term in each.terms] == whole.terms
    assert [read(*each) for one in parts for each in encode(one, None, 0)] == terms


@pytest.mark.parametrize("count", [1, 8, 9, 300])
def test_places_are_found_for_some_of_the_documents(count: int) -> None:
    term = [(3 * number, 1, [number, number + 400]) for number in range(count)]
    found = decode(*next(encode(field(term), None, 0)))
    assert found.places is not None
    positions, counts = found.places.at(np.array([0, count - 1]))
    assert positions.tolist() == [0, 400, count - 1, count + 399]
    assert counts.tolist() == [2, 2]


def test_nothing_is_written_for_a_field_without_terms() -> None:
    assert list(encode(Field([], np.zeros(1, np.int64), np.empty(0, np.int64)), None, 0)) == []
