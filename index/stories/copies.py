"""Which articles repeat another one's text: wire copy, reprints and quiet rewrites."""

from __future__ import annotations

from collections.abc import Sequence

from index.model import Article, Copy
from index.stories.profile import Profile
from index.stories.sketch import containment, shingles

COPY = 0.5  # share of an article's word runs that another has, from which it counts as a copy


def copies(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """Each article that repeats an earlier one, with the earlier one it repeats most of.

    Order is age: an undated article counts as later than any dated one, ties go by id. Shares are of
    five-word runs (Broder 1997), exact.
    """
    ordered = sorted(articles, key=_age)
    return _copies([article.id for article in ordered], [shingles(article.text) for article in ordered])


def sketched(profiles: Sequence[Profile]) -> tuple[Copy, ...]:
    """The same estimated from profiles, given in order of age."""
    return _copies([p.id for p in profiles], [frozenset(p.sketch) for p in profiles])


def _age(article: Article) -> tuple[bool, float, str]:
    published = article.published
    return published is None, published.timestamp() if published else 0.0, article.id


def _copies(ids: Sequence[str], runs: Sequence[frozenset[int]]) -> tuple[Copy, ...]:
    found = []
    for n, mine in enumerate(runs):
        shares = [(containment(mine, runs[m]), -m) for m in range(n)]
        share, place = max(shares, default=(0.0, 0))
        if share >= COPY:
            found.append(Copy(ids[n], ids[-place], share))
    return tuple(found)
