"""Puts what a score is made of into words: the reasons for a sentence, then what speaks against it.

Only what tells a reader something is named. The rest (the length, the words it shares with the article, its plain
verbs) counts in the score without a word.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from index.model import Reason

ELSEWHERE = "also in other sources"
"""The feature of corroboration; its reason says in how many."""

PLACE = "its place in the article"
PLACE_ONLY = "its place in the article alone: claims in this language are not analysed"

LARGE = "a large or changing figure"

FOR = {
    ELSEWHERE: "also in {texts}",
    "a figure": "a figure",
    "a figure with a unit": "a figure",
    LARGE: "a large or changing figure",
    "a figure not given before": "a figure not given before",
    "a comparison": "a comparison",
    "a rise or a fall": "a rise or a fall",
    "a cause": "says why",
    "a prediction": "a prediction",
    "a decision or an act": "a decision or an act",
    "a public matter": "a public matter",
    "a negation": "says what is not so",
    "attributed to a named source": "attributed to a source",
    "stated by a named official": "stated by an official",
    "in the lead": "in the lead",
    "shares words with the title": "bears on the title",
    "says when": "says when",
}
"""The words for what speaks for a sentence; features with the same words count as one reason."""

_FIGURES = frozenset(("a figure", "a figure with a unit"))
"""Features that say nothing more where the figure is a large one."""

AGAINST = {
    "far from the lead": "although far from the lead",
    "tells of a past year": "although it tells of {year}",
    "tells of earlier times": "although it tells of earlier times",
    "leans on the sentence before": "although it needs the sentence before",
    "mostly in quotation marks": "although mostly in quotation marks",
    "hedged": "although hedged",
    "a prediction": "although a prediction",
    "a question": "although a question",
    "a judging word": "although it judges",
    "a partisan word": "although partisan in its words",
    "a loaded verb": "although loaded in its words",
    "an intensifier": "although emphatic",
    "a sweeping word": "although sweeping",
    "a figure of speech": "although a figure of speech",
    "says what should be": "although it says what should be",
    "in the first person": "although in the first person",
    "addresses someone": "although it addresses someone",
    "the speaker's own promise": "although only a promise",
}
"""The words for what speaks against a sentence."""

LITTLE_ELSE = "the article has little else to check"
"""The reason where nothing else can be named."""

_MOST = 8
_LEAST = 0.015
"""What weighs less against a sentence is not worth a word."""


@dataclass(frozen=True, slots=True)
class Context:
    """What reasons tell beyond the features: in how many other texts the sentence is, and its past year or 0."""

    texts: int = 0
    year: int = 0


def reasons(parts: Mapping[str, float], context: Context) -> tuple[Reason, ...]:
    """The heaviest of the named `parts` of a score (by feature), for the sentence before against it."""
    weights: defaultdict[str, list[float]] = defaultdict(list)
    for words, weight in _named(parts, context):
        weights[words].append(weight)
    named = {words: math.fsum(each) for words, each in weights.items()}
    heaviest = sorted(named.items(), key=lambda part: (-abs(part[1]), part[0]))[:_MOST]
    found = tuple(Reason(words, weight) for words, weight in sorted(heaviest, key=lambda part: (-part[1], part[0])))
    if found and found[0].weight > 0:
        return found
    return (Reason(LITTLE_ELSE, max(0.0, math.fsum(parts.values()))), *found)


def _named(parts: Mapping[str, float], context: Context) -> Iterator[tuple[str, float]]:
    for name, weight in parts.items():
        name = LARGE if name in _FIGURES and parts.get(LARGE, 0.0) > 0 else name
        words: str = (FOR if weight > 0 else AGAINST if weight < -_LEAST else {}).get(name, "")
        if name == "tells of earlier times" and context.year:  # said with the year
            words = AGAINST["tells of a past year"]
        if words:
            yield words.format(texts=_sources(context.texts), year=context.year), weight


def _sources(texts: int) -> str:
    return f"{texts} other source{'s' if texts > 1 else ''}"
