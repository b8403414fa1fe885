"""What of an article tells which event it is about: weighted terms and names, its day, a sketch of its text."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from index.model import Article
from index.stories.agencies import agency
from index.stories.sketch import sketch
from index.text.lists import sections
from index.text.rarity import rarity
from index.text.words import stem, words

LONGEST = 20_000  # characters read of a long article; what it is about is said before
ORDINARY = 1.2  # words below this rarity are left out: they stand in every second article
TITLE = 2  # times that the title counts
KEYS = 40  # terms kept for asking an index for candidates

# A capitalised run inside a sentence: "Air Force One", "Xi", "G20".
_NAME = re.compile(r"(?<![.!?:“\"'‘`]\s)(?<!^)\b[A-Z][\w’'-]*(?: (?:of |de |al-)?[A-Z][\w’'-]*)*")

# A figure with what it counts: "$2.8 million", "31 per cent", "214 passengers".
_FIGURE = re.compile(
    r"(?<![\w.,-])(?P<sign>[$£€¥]?)\d+(?:[.,]\d+)*(?P<size>\s?(?:m|bn|million|billion|trillion)\b)?"
    r"(?:\s(?P<unit>per cent|[a-z]{3,}))?(?![\w-])"
)

_NO_NOUNS = frozenset(sections("function_words")["function words"])

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """An article as grouping sees it. Vectors have unit length (or are empty); `sketch` is sorted.

    `figures` are numbers with what they count. `surfaces` gives names and the most telling terms as they are
    written, for showing.
    """

    id: str
    title: str
    source: str
    published: datetime | None
    terms: Vector
    names: Vector
    figures: frozenset[str]
    sketch: tuple[int, ...]
    agency: str
    surfaces: Mapping[str, str]

    @property
    def keys(self) -> tuple[str, ...]:
        """The stems to ask an index for candidates with, most telling first."""
        return tuple(most_telling(self.terms, KEYS))

    def reweighted(self, factor: Callable[[str], float]) -> Profile:
        """The same with every term and name weighted by a factor, to unit length again."""
        return replace(self, terms=_scaled(self.terms, factor), names=_scaled(self.names, factor))


def profile(article: Article) -> Profile:
    """The profile of one article; an empty article has an empty one."""
    text = article.text[:LONGEST]
    title_words, text_words = words(article.title), words(text)
    terms = _vector([stem(word) for word in (*title_words * TITLE, *text_words)])
    found = list(_names(f"{article.title}\n{text}"))
    names = _vector(name for _, name in found)
    return Profile(
        id=article.id,
        title=article.title,
        source=article.source,
        published=article.published,
        terms=terms,
        names=names,
        figures=frozenset(_figures(text)),
        sketch=sketch(text_words),
        agency=agency(article),
        surfaces={
            **_written(((word, stem(word)) for word in (*title_words, *text_words)), terms),
            **_written(found, names),
        },
    )


def most_telling(vector: Vector, count: int) -> list[str]:
    """The heaviest terms of a vector, ties in alphabetical order."""
    return sorted(vector, key=lambda term: (-vector[term], term))[:count]


def cosine(a: Vector, b: Vector) -> float:
    """The cosine of two vectors of unit length."""
    if len(a) > len(b):
        a, b = b, a
    return math.fsum(weight * b[term] for term, weight in a.items() if term in b)


def _names(text: str) -> Iterator[tuple[str, str]]:
    """Each name and each of its longer words, so that "Xi Jinping" meets "Xi": as written, and folded."""
    for match in _NAME.finditer(text):
        name = match.group().replace("’", "'").removesuffix("'s")
        parts = [part for part in name.split(" ") if len(part) > 1] if " " in name else []
        yield from ((one, one.lower()) for one in (name, *parts))


def _figures(text: str) -> Iterator[str]:
    """The figures that say what they count or are money, with the thing counted."""
    for match in _FIGURE.finditer(text):
        unit = match["unit"] or ""
        if unit and unit.split(" ")[-1] not in _NO_NOUNS:
            yield match.group()
        elif match["sign"] or match["size"]:
            yield match.group().removesuffix(f" {unit}")


def _written(mentions: Iterable[tuple[str, str]], vector: Vector) -> dict[str, str]:
    """How the most telling terms of a vector are written, by their first mention (as written, as a term)."""
    shown = set(most_telling(vector, KEYS))
    found: dict[str, str] = {}
    for surface, term in mentions:
        if term in shown:
            found.setdefault(term, surface)
    return found


def _vector(terms: Iterable[str]) -> Vector:
    """Sublinear term frequency times rarity (Salton and Buckley 1988), to unit length."""
    counts = {term: 1 + math.log(count) for term, count in Counter(terms).items() if rarity(term) >= ORDINARY}
    return _scaled(counts, rarity)


def _scaled(vector: Vector, factor: Callable[[str], float]) -> Vector:
    weights = {term: weight * factor(term) for term, weight in vector.items()}
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}
