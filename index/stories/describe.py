"""What a group of articles shows of itself: title, sources, span, copies, and what holds it together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from index.model import Story
from index.stories.copies import sketched
from index.stories.likeness import likeness
from index.stories.profile import Profile

REASONS = 3  # shared names and shared terms named at most, each


def describe(profiles: Sequence[Profile]) -> Story:
    """The story that these articles (at least one, in any order) make up.

    Its id is that of its earliest article, its title that of the article most like the others.
    """
    ordered = sorted(profiles, key=_age)
    days = [p.published for p in ordered if p.published is not None]
    copies = sketched(ordered)
    return Story(
        id=ordered[0].id,
        title=_central(ordered).title,
        articles=tuple(p.id for p in ordered),
        sources=tuple(sorted({p.source for p in ordered if p.source})),
        independent=len(ordered) - len({copy.article for copy in copies}),
        first=min(days, default=None),
        last=max(days, default=None),
        because=_because(ordered),
        copies=copies,
    )


def _age(profile: Profile) -> tuple[bool, float, str]:
    published = profile.published
    return published is None, published.timestamp() if published else 0.0, profile.id


def _central(profiles: Sequence[Profile]) -> Profile:
    sample = profiles[:50]  # the middle of a large story is found among its first articles
    return max(sample, key=lambda p: sum(likeness(p, other) for other in sample if other is not p))


def _because(profiles: Sequence[Profile]) -> tuple[str, ...]:
    """The names, figures and terms that most articles of the group share, best first."""
    if len(profiles) < 2:
        return ()
    names = _shared((p.names for p in profiles), len(profiles))
    figures = _shared((dict.fromkeys(sorted(p.figures), 1.0) for p in profiles), len(profiles))
    terms = [term for term in _shared((p.terms for p in profiles), len(profiles)) if term not in names]
    return (*names[:REASONS], *figures[:1], *terms[:REASONS])


def _shared(vectors: Iterable[Mapping[str, float]], size: int) -> list[str]:
    count: Counter[str] = Counter()
    weight: Counter[str] = Counter()
    for vector in vectors:
        count.update(vector.keys())
        weight.update(vector)
    most = [term for term, n in count.items() if n >= 2 and n >= size / 2]
    return sorted(most, key=lambda term: (-count[term] / size * weight[term], term))
