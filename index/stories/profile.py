"""What of an article tells which event it is about: weighted terms, names, its day, and a sketch of its text."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from index.model import Article
from index.stories.sketch import sketch
from index.text.rarity import rarity
from index.text.words import spans, stem

LEAD = 600  # characters of the text that count as its lead
LONGEST = 20_000  # characters read of a long article; what it is about is said before
ORDINARY = 1.2  # words below this rarity are left out: they stand in every second article
KEYS = 24  # terms kept for asking the index for candidates

# A capitalised run inside a sentence: "Air Force One", "Xi", "G20".
_NAME = re.compile(r"(?<![.!?:“\"'‘]\s)(?<!^)\b[A-Z][\w’'-]*(?: (?:of |de |al-)?[A-Z][\w’'-]*)*")

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """An article as grouping sees it. Vectors have unit length (or are empty); `sketch` is sorted."""

    id: str
    title: str
    source: str
    published: datetime | None
    terms: Vector
    lead: Vector
    names: Vector
    figures: frozenset[str]
    sketch: tuple[int, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The stems to ask an index for candidates with, most telling first."""
        return tuple(sorted(self.terms, key=lambda term: (-self.terms[term], term))[:KEYS])


def profile(article: Article) -> Profile:
    """The profile of one article; an empty article has an empty one."""
    text = article.text[:LONGEST]
    title = article.title
    return Profile(
        id=article.id,
        title=title,
        source=article.source,
        published=article.published,
        terms=_vector([*_stems(title), *_stems(title), *_stems(text)]),
        lead=_vector([*_stems(title), *_stems(text[:LEAD])]),
        names=_vector(_names(f"{title}\n{text}")),
        figures=frozenset(word for _, _, word in spans(text) if word[0].isdigit() and len(word) > 1),
        sketch=sketch(text),
    )


def cosine(a: Vector, b: Vector) -> float:
    """The cosine of two vectors of unit length."""
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[term] for term, weight in a.items() if term in b)


def _stems(text: str) -> list[str]:
    return [stem(word) for _, _, word in spans(text)]


def _names(text: str) -> Iterable[str]:
    """Each name and each of its longer words, so that "Xi Jinping" meets "Xi"."""
    for match in _NAME.finditer(text):
        words = match.group().replace("’", "'").removesuffix("'s").lower().split(" ")
        if len(words) > 1:
            yield " ".join(words)
        yield from (word for word in words if len(word) > 1)


def _vector(terms: Iterable[str]) -> dict[str, float]:
    """Sublinear term frequency times rarity (Salton and Buckley 1988), to unit length."""
    weights = {
        term: (1 + math.log(count)) * rare
        for term, count in Counter(terms).items()
        if (rare := rarity(term)) >= ORDINARY
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()}
