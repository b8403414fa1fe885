"""Tokens to postings: sorting, in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from index.search.whoosh.batch import Batch, Tokens
from index.search.whoosh.numeric import Array, np
from index.search.whoosh.postings import Field, changes, distinct, group, runs, split
from index.search.whoosh.schema import HAS, ZONES, prefixes_of, words_of

# A beginning shared by this many words has a list of its own; below, the words' lists are joined while searching.
# Ten thousand articles and typed queries: 8 to 64 differ by less than a tenth in time, and by a tenth in size.
SHARED = 24
LONGEST = 32  # bytes of such a beginning
_PART = 500_000  # postings encoded at a time; encoding one takes about 40 bytes


def inverted(batch: Batch) -> Iterator[tuple[str, Iterable[Field]]]:
    """Every indexed field of a batch, in the order of `INDEXED`, made when its turn comes; uses the batch up."""
    yield HAS, (_kinds(batch.has),)
    for zone in ZONES:
        tokens = batch.zones.pop(zone)
        yield zone, split(_stems(tokens, weighted=zone == "text"), _PART)
        words = _words(tokens)
        del tokens  # the largest thing there is
        yield words_of(zone), split(words, _PART)
        yield prefixes_of(zone), split(prefixes(words), _PART)


def _stems(tokens: Tokens, *, weighted: bool) -> Field:
    """Tokens come by document and position, so that sorting by stem alone puts everything in order."""
    terms, of_word = tokens.vocabulary.stems()
    keys = of_word[tokens.numbers()]
    keys <<= 32
    keys |= np.arange(len(tokens))
    keys.sort()
    order = keys.astype(np.uint32)
    keys >>= 32
    keys <<= 32
    keys |= tokens.documents()[order]
    first = changes(keys)
    starts, docs = group(keys[first], len(terms))
    del keys
    counts = np.diff(first, append=len(tokens)).astype(np.int32)
    distances = _distances(tokens.positions()[order], first)
    if not weighted or not len(first):
        return Field(terms, starts, docs, None, counts, distances)
    weights = np.add.reduceat(tokens.weights()[order], first, dtype=np.int32)
    return Field(terms, starts, docs, weights, counts, distances)


def _distances(positions: Array, first: Array) -> Array:
    """From each position to the one before, of the first of each document from 0."""
    distances = np.diff(positions, prepend=0)
    distances[first] = positions[first]
    return distances


def _words(tokens: Tokens) -> Field:
    terms, of_word = tokens.vocabulary.words()
    keys = of_word[tokens.numbers()]
    keys <<= 32
    keys |= tokens.documents()
    return Field(terms, *group(distinct(keys), len(terms)))


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
    owners = np.repeat(np.arange(len(shared)), lengths)
    keys = distinct(owners << 32 | words.docs[runs(firsts, lengths)])
    starts, docs = group(keys, len(shared))
    for number, (prefix, _, _) in enumerate(shared):
        if _whole(prefix):
            yield prefix, docs[starts[number] : starts[number + 1]]


def _whole(prefix: bytes) -> bool:
    try:
        prefix.decode()
    except UnicodeDecodeError:
        return False
    return True
