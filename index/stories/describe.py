"""What a group of articles shows of itself: title, sources, span, copies, and what holds it together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from index.model import Story
from index.stories.copies import age, sketched
from index.stories.likeness import likeness
from index.stories.profile import Profile
from index.text.lists import sections
from index.text.numbers import SCALES, SPELLED
from index.text.rarity import rarity
from index.text.units import lexicon
from index.text.words import stem, words

NAMED = 3  # shared names named at most, and shared terms
LISTED = 12  # shared names looked at
TELLING = 2.5  # rarity of a term that says something
SAMPLE = 50  # articles of a large story that speak for it

_YEAR = re.compile(r"(?:19|20)\d\d\b")


def describe(profiles: Sequence[Profile]) -> Story:
    """The story that these articles (at least one, in any order) make up.

    Its id is that of its earliest article, its title that of the article most like the others.
    """
    ordered = sorted(profiles, key=lambda p: age(p.published, p.id))
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


def _central(profiles: Sequence[Profile]) -> Profile:
    titled = [p for p in profiles[:SAMPLE] if p.title] or profiles[:1]
    return max(titled, key=lambda p: sum(likeness(p, other) for other in profiles[:SAMPLE] if other is not p))


def _because(profiles: Sequence[Profile]) -> tuple[str, ...]:
    """The names, the figure and the terms that most articles of the group share, as they are written."""
    if len(profiles) < 2:
        return ()
    sample = profiles[:SAMPLE]
    names = _fullest([one for one in _shared([p.names for p in sample]) if one not in _days()][:LISTED])
    figures = [one for one in _shared([dict.fromkeys(sorted(p.figures), 1.0) for p in sample]) if not _YEAR.match(one)]
    terms = [one for one in _shared([p.terms for p in sample]) if rarity(one) >= TELLING and _tells(one)]
    shown: list[str] = []
    for found, most in ((names, NAMED), (figures, 1), (terms, NAMED)):
        written = [_surface(one, sample) for one in found]
        shown += [one for one in written if not _repeats(one, shown)][:most]
    return tuple(shown)


def _tells(term: str) -> bool:
    """Whether a term is more than a day or half of a figure: no numeral, no number in words, no unit."""
    return not term[0].isdigit() and term not in _measuring()


@cache
def _measuring() -> frozenset[str]:
    units = (word for unit in lexicon().spelled for word in unit.split(" "))
    return frozenset(map(stem, (*units, *SPELLED, *SCALES, *_days())))


@cache
def _days() -> frozenset[str]:
    """The names of months and weekdays, which no story has to itself."""
    lists = sections("dates")
    return frozenset(day for section in ("months", "short months", "weekdays") for day in lists[section])


def _fullest(names: Sequence[str]) -> list[str]:
    """The names that are no part of another one."""
    return [one for one in names if not any(f" {one} " in f" {other} " for other in names if other != one)]


def _shared(vectors: Sequence[Mapping[str, float]]) -> list[str]:
    """What at least two articles and half of them have, by how many have it and how much it weighs."""
    count: Counter[str] = Counter()
    weight: Counter[str] = Counter()
    for vector in vectors:
        count.update(vector.keys())
        weight.update(vector)
    most = [term for term, n in count.items() if n >= 2 and n >= len(vectors) / 2]
    return sorted(most, key=lambda term: (-count[term] * weight[term], term))


def _surface(term: str, profiles: Sequence[Profile]) -> str:
    """How most articles write it."""
    written = Counter(p.surfaces[term] for p in profiles if term in p.surfaces)
    return min(written, key=lambda surface: (-written[surface], surface), default=term)


def _repeats(one: str, shown: Sequence[str]) -> bool:
    """Whether its stems are part of what is shown already, or the other way round."""
    mine = set(map(stem, words(one)))
    return any(mine <= theirs or theirs <= mine for theirs in (set(map(stem, words(other))) for other in shown))
