"""Which pairs of sentences are worth scoring, and how much of what they share is particular to them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain, combinations, product
from typing import NamedTuple

from index.compare.likeness.background import NEUTRAL, Background
from index.compare.likeness.prepared import CONTENT, Prepared
from index.compare.likeness.verbatim import HEAVY
from index.text.rarity import rarity

TELLING = 2.0  # rarity of a word that can bring two sentences together
RARE = 6.5  # rarity of a word that can do so alone: "fentanyl", not "friction"
DERIVED = ("er", "or", "mak", "ist", "ian", "ship", "al")  # endings of stems of derived words
SHORTEST = 4  # letters of a root
LEAD = 2  # sentences that say what a story is about
SUBJECT = 0.25  # what a word is worth that both articles begin with: it is about the story, not about the pair
COMMON = 40  # sentences of an article that may share such a word before it says nothing
MOST = 20_000  # pairs scored at most in one comparison, those with most in common
ENOUGH = 4.0  # focus from which a pair is scored whatever else it has in common
LEAST = 0.25  # focus of a pair that is scored for another reason
AKIN = 0.1  # share in common of what tells anything within two articles: eight in ten statements of both have it
IN_A_ROW = 5  # words
FEWER = 4  # words that do so too where they are heavy
OFTEN = 2  # sentences of an article that may share such a run before it is a way of speaking
UNIT = 4.0  # rarity of a word that counts 1: a word like "consensus"


class Place(NamedTuple):
    """A sentence: the position of its article in the comparison, and its own in the article."""

    article: int
    sentence: int


Pair = tuple[Place, Place]


def candidates(articles: Sequence[Sequence[Prepared]]) -> tuple[dict[Pair, float], bool]:
    """Pairs of sentences of different articles with their focus, and whether some were left out.

    The focus sums what each shared word tells: its rarity cubed, so that one "fentanyl" outweighs a handful of
    ordinary words, over the number of further sentences in either article that have it, so that what the
    whole story is about ("president") tells little.
    """
    focus: dict[Pair, float] = {}
    kept: dict[Pair, float] = {}
    for pair, told, words in _shared(articles):
        focus[pair] = told
        if told >= ENOUGH and words > 1:
            kept[pair] = told
    for pair in _akin(articles):
        kept[pair] = max(focus.get(pair, 0.0), LEAST)
    for pair in chain(_equal(articles), _in_words(articles), _openings(articles)):
        kept[pair] = max(focus.get(pair, 0.0), 1.0)
    if len(kept) <= MOST:
        return kept, False
    best = sorted(kept, key=lambda pair: (-kept[pair], pair))[:MOST]
    return {pair: kept[pair] for pair in best}, True


def _shared(articles: Sequence[Sequence[Prepared]]) -> Iterator[tuple[Pair, float, int]]:
    """What the telling words tell that a pair of sentences shares, and how many they are; a rare one counts twice."""
    roots = _roots({stem for sentences in articles for one in sentences for stem in one.weights})
    having = [_positions(sentences, roots) for sentences in articles]
    for (n, mine), (m, theirs) in combinations(enumerate(having), 2):
        subject = _leads(articles[n]) & _leads(articles[m])
        focus: dict[tuple[int, int], float] = defaultdict(float)
        words: dict[tuple[int, int], int] = defaultdict(int)
        for stem in sorted(mine.keys() & theirs.keys()):
            here, there = mine[stem], theirs[stem]
            often = max(len(here), len(there), 2) - 1
            if often < COMMON:
                weight = rarity(stem)
                told, rare = (weight / UNIT) ** 3 / often, weight >= RARE and stem not in subject
                told *= SUBJECT if stem in subject else 1.0
                for pair in product(here, there):
                    focus[pair] += told
                    words[pair] += 2 if rare else 1
        yield from (((Place(n, a), Place(m, b)), told, words[a, b]) for (a, b), told in focus.items())


def _akin(articles: Sequence[Sequence[Prepared]]) -> Iterator[Pair]:
    """Pairs of sentences that have enough in common of what tells anything within their two articles."""
    for (n, mine), (m, theirs) in combinations(enumerate(articles), 2):
        background = Background.of(NEUTRAL, mine, theirs)
        here, there = (_tellings(sentences, background) for sentences in (mine, theirs))
        shared: dict[tuple[int, int], float] = defaultdict(float)
        for stem in sorted(here.keys() & there.keys()):
            if max(len(here[stem]), len(there[stem])) < COMMON:
                for (a, told), (b, _) in product(here[stem], there[stem]):
                    shared[a, b] += told
        for (a, b), told in shared.items():
            if 2 * told >= AKIN * (background.total(mine[a]) + background.total(theirs[b])):
                yield Place(n, a), Place(m, b)


def _tellings(sentences: Sequence[Prepared], background: Background) -> Mapping[str, list[tuple[int, float]]]:
    """The sentences that have each stem, with what it tells within the articles."""
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for position, sentence in enumerate(sentences):
        for stem, weight in sentence.weights.items():
            found[stem].append((position, weight * background.telling[stem]))
    return found


def _positions(sentences: Sequence[Prepared], roots: Mapping[str, str]) -> Mapping[str, list[int]]:
    """The sentences that have each telling root; numerals tell nothing by themselves."""
    places: dict[str, list[int]] = defaultdict(list)
    for position, sentence in enumerate(sentences):
        telling = (stem for stem, weight in sentence.weights.items() if weight >= TELLING)
        for root in {roots.get(stem, stem) for stem in telling if not stem[0].isdigit()}:
            places[root].append(position)
    return places


def _leads(sentences: Sequence[Prepared]) -> frozenset[str]:
    """The words that an article begins with."""
    return frozenset(stem for one in sentences[:LEAD] for stem in one.distinct)


def _roots(stems: Set[str]) -> dict[str, str]:
    """Stems of words made from another word at hand, with the stem of that: farmer, farm; chipmaker, chip."""
    return {
        stem: root
        for stem in stems
        for ending in DERIVED
        if stem.endswith(ending) and len(root := stem.removesuffix(ending)) >= SHORTEST and root in stems
    }


def _in_words(articles: Sequence[Sequence[Prepared]]) -> Iterator[Pair]:
    """Pairs of sentences with so many words in a row in common, however ordinary."""
    for mine, theirs in combinations([_phrases(n, sentences) for n, sentences in enumerate(articles)], 2):
        for phrase in mine.keys() & theirs.keys():
            if max(len(mine[phrase]), len(theirs[phrase])) <= OFTEN and (len(phrase) == IN_A_ROW or _heavy(phrase)):
                yield from product(mine[phrase], theirs[phrase])


def _phrases(article: int, sentences: Sequence[Prepared]) -> Mapping[tuple[str, ...], list[Place]]:
    """The sentences that have each run of words."""
    places: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for position, sentence in enumerate(sentences):
        place = Place(article, position)
        for phrase in _runs(sentence, IN_A_ROW) | _runs(sentence, FEWER):
            places[phrase].append(place)
    return places


def _runs(sentence: Prepared, size: int) -> set[tuple[str, ...]]:
    return set(zip(*(sentence.stems[n:] for n in range(size)), strict=False))


def _heavy(run: tuple[str, ...]) -> bool:
    return math.fsum(weight for weight in map(rarity, run) if weight >= CONTENT) >= HEAVY


def _openings(articles: Sequence[Sequence[Prepared]]) -> Iterator[Pair]:
    """The first sentences of every two articles."""
    yield from combinations([Place(n, 0) for n, sentences in enumerate(articles) if sentences], 2)


def _equal(articles: Sequence[Sequence[Prepared]]) -> Iterator[Pair]:
    """Pairs of sentences with the very same words, however short; the n-th of one with the n-th of the other."""
    seen = [_numbered(sentences) for sentences in articles]
    for (n, mine), (m, theirs) in combinations(enumerate(seen), 2):
        yield from ((Place(n, a), Place(m, theirs[key])) for key, a in mine.items() if key in theirs)


def _numbered(sentences: Sequence[Prepared]) -> dict[tuple[tuple[str, ...], int], int]:
    """Positions by words and by how often these words came before."""
    count: Counter[tuple[str, ...]] = Counter()
    found = {}
    for position, sentence in enumerate(sentences):
        if sentence.stems:
            found[sentence.stems, count[sentence.stems]] = position
            count[sentence.stems] += 1
    return found
