"""Which pairs of sentences are linked, from the model's scores and from what is particular to the pair."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from index.compare.alignment import casualties
from index.compare.alignment.candidates import Pair, Place
from index.compare.alignment.groups import AGAIN, Link
from index.compare.likeness.articles import alike
from index.compare.likeness.background import Background
from index.compare.likeness.prepared import Prepared
from index.compare.likeness.scorer import SURE, Likeness, likeness
from index.compare.likeness.substance import Substance, on_one_matter, says_the_same, shared_weight
from index.compare.likeness.verbatim import much, repeated, whole
from index.compare.likeness.voices import in_their_words, of_others
from index.compare.passages import Subject

# Set on the articles of tests/evaluation/data, and by reading comparisons of others.
RELATED = -0.25  # log odds of one statement, plus the log of the pair's focus
STRONG = 0.5  # the same for what needs nothing substantial in common
SAME = 0.8  # probability of one statement from which it is one: three in four of the rows are right
WORDED = 0.8  # probability of one wording from which it is one however little its words tell
LIKELY = 0.25  # probability of one event below which it takes something particular as well
PARTICULAR = 5.0  # focus that is, and stands in for what is substantial: a name that next to no other sentence has
SUBSTANTIAL = 4.5  # rarities of the words, besides names, that two weakly linked sentences share
OTHER_YEAR = 1.5  # log odds lost where one sentence is about a year that the other doesn't name
NEW_FIGURE = 0.25  # log odds lost for each numeral that only one has: it brings something of its own
LEADS = 0.6  # probability of one event from which two leads tell of it
LEADS_SHARE = 0.5  # share of the slighter lead's weight that does too
DENIED = 0.9  # probability of one wording from which a denial is a difference, not another statement
CLOSE = 0.45  # likeness of two articles from which more of it tells nothing of their sentences


def links(subjects: Sequence[Subject], pairs: Mapping[Pair, float]) -> dict[Pair, Link]:
    """The candidates that belong together; `pairs` has the focus of each."""
    found = {}

    @cache
    def background(a: int, b: int) -> Background:
        mine, theirs = subjects[a], subjects[b]
        return Background.of(min(CLOSE, alike(mine.bag, theirs.bag)), mine.prepared, theirs.prepared)

    for (a, b), focus in pairs.items():
        link = _link(a, b, focus, subjects, background(a.article, b.article))
        if link is not None:
            found[a, b] = link
    for pair in casualties.pairs(subjects):
        found[pair] = Link(max(AGAIN, found[pair].strength) if pair in found else AGAIN, same=True)
    return found


def _link(a: Place, b: Place, focus: float, subjects: Sequence[Subject], background: Background) -> Link | None:
    mine, theirs = (subjects[place.article].prepared[place.sentence] for place in (a, b))
    value = SURE if whole(mine, theirs) else likeness(mine, theirs, background, _apart(a, b, subjects))
    years, figures = _facts(mine, theirs)
    link = judged(value, focus, years, figures)
    if value == SURE:
        return link
    lead = a.sentence == b.sentence == 0 and not years and _one_lead(mine, theirs, value)
    words = frozenset() if years else repeated(mine, theirs)
    if link is None and not lead and not much(words, mine, theirs):
        return None
    one, other = (subjects[place.article].substance(place.sentence) for place in (a, b))
    again = much(words & one.core & other.core, mine, theirs)  # names and titles are often repeated
    return _considered(link, _Evidence(value, focus, again, lead), one, other)


def _apart(a: Place, b: Place, subjects: Sequence[Subject]) -> float:
    mine, theirs = (place.sentence / len(subjects[place.article].sentences) for place in (a, b))
    return abs(mine - theirs)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What speaks for a pair: its likeness and focus, that it repeats many words, that both open their articles."""

    value: Likeness
    focus: float
    again: bool
    lead: bool


def _one_lead(a: Prepared, b: Prepared, value: Likeness) -> bool:
    """Whether two articles begin with the same news, each with what it thinks most of."""
    shared = math.fsum(a.weights[word] for word in a.weights.keys() & b.weights.keys())
    return value.event >= LEADS or shared >= LEADS_SHARE * min(a.total, b.total)


def _considered(link: Link | None, evidence: _Evidence, mine: Substance, theirs: Substance) -> Link | None:
    """The link for what the two say; None where hardly more than names and a word by the way links them."""
    if link is None and not (evidence.again or evidence.lead):
        return None
    link = link or Link(AGAIN, same=False)
    if _one_statement(link, evidence, mine, theirs):
        return Link(link.strength, same=True)
    if link.strength < STRONG and evidence.focus < PARTICULAR and shared_weight(mine, theirs) < SUBSTANTIAL:
        return None
    return Link(link.strength, same=False) if on_one_matter(mine, theirs) else None


def _one_statement(link: Link, evidence: _Evidence, mine: Substance, theirs: Substance) -> bool:
    if in_their_words(mine.voices, theirs.voices):
        return True
    if of_others(mine.voices, theirs.voices):
        return False
    if evidence.again or evidence.lead:
        return True
    if mine.denies != theirs.denies and evidence.value.wording < DENIED:
        return False
    return link.same and says_the_same(mine, theirs, evidence.value.statement)


def judged(value: Likeness, focus: float, years: int, figures: int) -> Link | None:
    """The link of a pair, or None where it is too weak; `years` and `figures` count what one has alone."""
    same = value.statement >= SAME or value.wording >= WORDED
    if same:
        focus = max(focus, 1.0)  # what says the same needs nothing particular
    strength = _log_odds(value.statement) + math.log(focus) - OTHER_YEAR * min(1, years) - NEW_FIGURE * min(2, figures)
    if not same and (strength < RELATED or (value.event < LIKELY and focus < PARTICULAR)):
        return None
    return Link(strength, same=same and not years)


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1e-9), 1 - 1e-9)
    return math.log(bounded / (1 - bounded))


def _facts(a: Prepared, b: Prepared) -> tuple[int, int]:
    """How many years one sentence names while the other names none, and how many numerals only one of them has.

    Two sentences with a year each may be at odds about it, which is for the differences to tell.
    """
    years, others = a.years, b.years
    return 0 if years and others else len(years) + len(others), len((a.numbers ^ b.numbers) - years - others)
