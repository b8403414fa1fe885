"""Tokens to postings: sorting, in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from index.search.whoosh.batch import Batch, Tokens
from index.search.whoosh.numeric import Array, np
from index.search.whoosh.postings import Field, changes, cuts, distinct, group, offsets, runs, split
from index.search.whoosh.schema import HAS, ZONES, prefixes_of, words_of

# A beginning shared by this many words has a list of its own; below, the words' lists are joined while searching.
# Ten thousand articles and typed queries: 8 to 64 differ by less than a tenth in time, and by a tenth in size.
SHARED = 24
LONGEST = 32  # bytes of such a beginning
_PART = 100_000  # tokens or postings at a time; sorting and encoding one takes about 100 bytes


def inverted(batch: Batch) -> Iterator[tuple[str, Iterable[Field]]]:
    """Every indexed field of a batch, in the order of `INDEXED`, made when its turn comes; uses the batch up."""
    yield HAS, (_kinds(batch.has),)
    for zone in ZONES:
        tokens = batch.zones.pop(zone)
        yield zone, _stems(tokens, weighted=zone == "text")
        words = _words(tokens)
        del tokens  # the largest thing there is
        yield words_of(zone), split(words, _PART)
        yield prefixes_of(zone), split(prefixes(words), _PART)


def _stems(tokens: Tokens, *, weighted: bool) -> Iterator[Field]:
    """The stems with their places, in parts."""
    terms, of_word = tokens.vocabulary.stems()
    for first, end, which, stems in _ranges(tokens, of_word, len(terms)):
        yield _placed(tokens, terms[first:end], which, stems, weighted=weighted)


def _ranges(tokens: Tokens, of_word: Array, count: int) -> Iterator[tuple[int, int, Array, Array]]:
    """`count` terms in ranges, as first and end, that stand in about `_PART` places; which tokens those are, and the
    term of each, counted from the first."""
    terms = of_word.astype(np.uint32)[tokens.numbers()]
    for first, end in pairwise(cuts(offsets(np.bincount(terms, minlength=count)), _PART)):
        which = np.flatnonzero((terms >= first) & (terms < end))
        yield first, end, which, terms[which].astype(np.int64) - first


def _placed(tokens: Tokens, terms: list[bytes], which: Array, keys: Array, *, weighted: bool) -> Field:
    """The postings of some stems from their tokens, and the stem of each; the tokens come by document and position,
    so that sorting by stem alone puts everything in order."""
    keys <<= 32
    keys |= which
    keys.sort()
    order = keys.astype(np.uint32)
    keys >>= 32
    keys <<= 32
    documents, positions, heavy = tokens.places(order)
    keys |= documents
    first = changes(keys)
    starts, docs = group(keys[first], len(terms))
    del keys
    counts = np.diff(first, append=len(order)).astype(np.int32)
    distances = _distances(positions, first)
    if not weighted:
        return Field(terms, starts, docs, None, counts, distances)
    weights = np.add.reduceat(heavy, first, dtype=np.int32)
    return Field(terms, starts, docs, weights, counts, distances)


def _distances(positions: Array, first: Array) -> Array:
    """From each position to the one before, of the first of each document from 0."""
    distances = np.diff(positions, prepend=0)
    distances[first] = positions[first]
    return distances


def _words(tokens: Tokens) -> Field:
    terms, of_word = tokens.vocabulary.words()
    lengths, docs = [], []
    for first, end, which, keys in _ranges(tokens, of_word, len(terms)):
        keys <<= 32
        keys |= tokens.places(which)[0]
        starts, found = group(distinct(keys), end - first)
        lengths.append(np.diff(starts))
        docs.append(found)
    return Field(terms, offsets(_chained(lengths)), _chained(docs))


def _chained(parts: list[Array]) -> Array:
    return np.concatenate(parts) if parts else np.empty(0, np.int32)


def _kinds(has: Sequence[frozenset[str]]) -> Field:
    folded = [{kind.casefold().encode() for kind in kinds} for kinds in has]
    terms = sorted(set().union(*folded))
    keys = [terms.index(kind) << 32 | document for document, kinds in enumerate(folded) for kind in kinds]
    return Field(terms, *group(np.array(sorted(keys), np.int64), len(terms)))


def prefixes(words: Field) -> Field:
    """The beginnings of `LONGEST` bytes at most that `SHARED` words of a field have, and those words' documents."""
    found: list[tuple[bytes, Array]] = []
    alike = _alike(words.terms)
    for length in range(1, LONGEST + 1):
        if shared := _shared(words.terms, alike, length):
            found += _joined(words, shared)
    found.sort(key=lambda item: item[0])
    starts = np.zeros(len(found) + 1, np.int64)
    np.cumsum([len(docs) for _, docs in found], out=starts[1:])
    docs = np.concatenate([docs for _, docs in found]) if found else np.empty(0, np.int64)
    return Field([prefix for prefix, _ in found], starts, docs)


def _alike(terms: list[bytes]) -> Array:
    """How many bytes, up to `LONGEST`, each term has in common with the one before; none where there is none."""
    heads = np.array([b"", *terms, b""], f"S{LONGEST}").view(np.uint8).reshape(-1, LONGEST)
    same = (heads[1:] == heads[:-1]) & (heads[1:] != 0)
    lengths: Array = np.logical_and.accumulate(same, axis=1).sum(axis=1)
    return lengths


def _shared(terms: list[bytes], alike: Array, length: int) -> list[tuple[bytes, int, int]]:
    """Beginnings of `length` bytes with the range of their terms; a shorter term stands alone, being unique."""
    bounds = np.flatnonzero(alike < length)
    wide = np.flatnonzero(np.diff(bounds) >= SHARED)
    ranges = zip(bounds[wide].tolist(), bounds[wide + 1].tolist(), strict=True)
    return [(terms[a][:length], a, b) for a, b in ranges]


def _joined(words: Field, shared: list[tuple[bytes, int, int]]) -> Iterator[tuple[bytes, Array]]:
    firsts = words.starts[[first for _, first, _ in shared]]
    lengths = words.starts[[end for _, _, end in shared]] - firsts
    for first, end in pairwise(cuts(offsets(lengths), _PART)):
        owners = np.repeat(np.arange(end - first), lengths[first:end])
        keys = distinct(owners << 32 | words.docs[runs(firsts[first:end], lengths[first:end])])
        starts, docs = group(keys, end - first)
        for number, (prefix, _, _) in enumerate(shared[first:end]):
            if _whole(prefix):
                yield prefix, docs[starts[number] : starts[number + 1]]


def _whole(prefix: bytes) -> bool:
    try:
        prefix.decode()
    except UnicodeDecodeError:
        return False
    return True
