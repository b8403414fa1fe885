"""Which articles repeat another one's text: wire copy, reprints and quiet rewrites."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from index.model import Article, Copy
from index.stories.agencies import agency
from index.stories.profile import Profile
from index.stories.sketch import SAMPLE, containment, shingles
from index.text.words import words

COPY = 0.5  # share of an article's word runs that another has, from which it counts as a copy
WIRE = 0.25  # the same where both credit one agency: it is one text, edited
FEWEST = 8  # word runs that a text must have before its share means anything


def copies(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """Each article that repeats an earlier one, with the earlier one it repeats most of.

    Order is age: an undated article counts as later than any dated one, ties go by id. Shares are of
    five-word runs (Broder 1997), exact.
    """
    ordered = sorted(articles, key=lambda article: age(article.published, article.id))
    return _copies([(article.id, agency(article), shingles(words(article.text))) for article in ordered], FEWEST)


def sketched(profiles: Sequence[Profile]) -> tuple[Copy, ...]:
    """The same estimated from the samples that profiles keep."""
    ordered = sorted(profiles, key=lambda profile: age(profile.published, profile.id))
    return _copies([(p.id, p.agency, frozenset(p.sketch)) for p in ordered], FEWEST // SAMPLE)


def age(published: datetime | None, id_: str) -> tuple[bool, float, str]:
    """A key that sorts articles by age, undated ones last."""
    return published is None, published.timestamp() if published else 0.0, id_


def _copies(texts: Sequence[tuple[str, str, frozenset[int]]], fewest: int) -> tuple[Copy, ...]:
    found = []
    for n, (id_, credit, runs) in enumerate(texts):
        shares = [(containment(runs, earlier), -m) for m, (_, _, earlier) in enumerate(texts[:n])]
        share, place = max(shares, default=(0.0, 0))
        original, other_credit, _ = texts[-place]
        needed = WIRE if credit and credit == other_credit else COPY
        if share >= needed and len(runs) >= fewest:
            found.append(Copy(id_, original, share))
    return tuple(found)
