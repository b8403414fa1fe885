"""Which pairs of sentences are linked, from the model's scores and from what is particular to the pair."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache

from index.compare.alignment import Link
from index.compare.candidates import Pair, Place
from index.compare.likeness import alike
from index.compare.passages import Subject
from index.compare.scorer import SURE, Likeness, likeness
from index.compare.substance import Substance, on_one_matter, says_the_same, shared_weight

# These were set by reading comparisons of full articles; ECB+ has no gold for whole articles.
RELATED = -0.1  # log odds of one event, plus the log of the pair's focus
SAME = 0.55  # likeness in event and statement
STRONG = 0.5  # the same for what needs nothing substantial in common
PARTICULAR = 5.0  # focus that does: a name that next to no other sentence has
SUBSTANTIAL = 4.5  # rarities of the words, besides names, that two weakly linked sentences share
OTHER_YEAR = 1.5  # log odds lost where one sentence is about a year that the other doesn't name
NEW_FIGURE = 0.25  # log odds lost for each numeral that only one has: it brings something of its own
CLOSE = 0.45  # likeness of two articles from which more of it tells nothing of their sentences

_YEAR = re.compile(r"(?:19|20)\d\d")


def links(subjects: Sequence[Subject], pairs: Mapping[Pair, float]) -> dict[Pair, Link]:
    """The candidates that belong together; `pairs` has the focus of each."""
    found = {}

    @cache
    def background(a: int, b: int) -> float:
        return min(CLOSE, alike(subjects[a].bag, subjects[b].bag))

    for (a, b), focus in pairs.items():
        value = likeness(
            subjects[a.article].prepared[a.sentence],
            subjects[b.article].prepared[b.sentence],
            background(a.article, b.article),
        )
        link = judged(value, focus, *_facts(a, b, subjects))
        if link is not None and value != SURE:
            mine, theirs = subjects[a.article].substance(a.sentence), subjects[b.article].substance(b.sentence)
            link = _sober(link, value, focus, mine, theirs)
        if link is not None:
            found[a, b] = link
    return found


def _sober(link: Link, value: Likeness, focus: float, mine: Substance, theirs: Substance) -> Link | None:
    """The link for what the two say; None where hardly more than names and a word by the way links them."""
    if link.same and says_the_same(mine, theirs, value.same):
        return link
    substantial = link.strength >= STRONG or focus >= PARTICULAR or shared_weight(mine, theirs) >= SUBSTANTIAL
    return Link(link.strength, same=False) if substantial and on_one_matter(mine, theirs) else None


def judged(value: Likeness, focus: float, years: int, figures: int) -> Link | None:
    """The link of a pair, or None where it is too weak; `years` and `figures` count what one has alone."""
    odds = min(max(value.event, 1e-9), 1 - 1e-9)
    if value.same >= SAME:
        focus = max(focus, 1.0)  # what says the same needs nothing particular
    strength = math.log(odds / (1 - odds)) + math.log(focus) - OTHER_YEAR * min(1, years) - NEW_FIGURE * min(2, figures)
    if strength < RELATED:
        return None
    return Link(strength, same=value.same >= SAME and not years)


def _facts(a: Place, b: Place, subjects: Sequence[Subject]) -> tuple[int, int]:
    """How many years one sentence names while the other names none, and how many numerals only one of them has.

    Two sentences with a year each may be at odds about it, which is for the differences to tell.
    """
    mine, theirs = (subjects[place.article].prepared[place.sentence].numbers for place in (a, b))
    years, others = ({number for number in numbers if _YEAR.fullmatch(number)} for numbers in (mine, theirs))
    return 0 if years and others else len(years | others), len((mine ^ theirs) - years - others)
