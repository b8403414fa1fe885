"""What a claim model sees of one sentence: features named in the words that reasons are given in."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from index.claims.comparison import compares
from index.claims.lexicon import counts
from index.model import Analysis, Name, Quantity, Quotation, Span
from index.text.words import WORD, stem

Features = dict[str, float]

_MOST = 3
"""Counts are cut off here: a fourth figure says no more about a sentence than the third."""

_ORDINARY = 2
"""A bare count up to here is no figure."""

_WORDINGS = {
    "a judging word": "judging words",
    "a partisan word": "partisan words",
    "a loaded verb": "loaded verbs",
    "an intensifier": "intensifiers",
    "a sweeping word": "sweeping words",
    "says what should be": "normative words",
    "in the first person": "first person",
    "a figure of speech": "figures of speech",
}
"""Features that count words of the writer's own, not those quoted."""

_CONTENTS = {
    "hedged": "hedges",
    "a prediction": "predictions",
    "a rise or a fall": "changes",
    "words of amount": "amounts",
    "a cause": "causes",
    "a decision or an act": "decisions taken",
    "words of decision": "decisions",
    "a public matter": "public matters",
    "words of reporting": "reported speech",
    "says when": "when",
    "addresses someone": "second person",
    "small talk": "talk",
}

WORDING = "~"
"""Begins the name of a feature that stands for a stem or for two stems in a row."""

_NAMES = frozenset(("US", "Bill", "Grant", "May", "Price", "Rose", "Sue", "Will"))
"""Words that are mostly names where they begin with a capital."""

_LOOKALIKE = re.compile(
    r"\b(?:[A-Z]\.){2,}|\bshould (?=(?:he|she|it|they|we|you|there)\b)|\bple(?:ad(?:s|ed|ing)?|d) not(?= guilty)"
    r"|\b(?:was|were|had been) (?:widely )?expected to\b",
    re.IGNORECASE,
)
"""What is not what its words look like: “F.B.I.”, “should he be ill”, “pleaded not guilty”, “was expected to win”."""

_DAYS = {"second": 0, "minute": 0, "hour": 1 / 24, "day": 1, "week": 7, "month": 30}
_YEAR_IN_DAYS = 365
_AGE = "year of age"
_PEOPLE = frozenset(("people", "persons", "men", "women", "children", "workers", "soldiers", "civilians", "students"))
_FEW = 10
"""A bare count up to here (“a four-page letter”) is none that an article turns on, unless of people."""

_PIECE = re.compile(WORD.pattern + r"|[^\w\s]")
_PAST = re.compile(r"[a-z]{2,}ed\b|\b(?:was|were|had|did|said|told|took|went|came|made|held|met|got|gave|left|found)\b")
_SCARE = re.compile(r"[“\"‘'][\w’-]+(?: [\w’-]+){0,2}[”\"’'](?!\w)")
_NEGATION = re.compile(
    r"\b(?:not|no(?!\.\s?\d)|never|none|nor|neither|without|denied|denies|deny)\b|n['’]t\b", re.IGNORECASE
)
_PROMISE = re.compile(
    r"\b(?:I|we)(?:['’]ll| will| would| want| need| must| should| have to|(?:['’]m|['’]re| am| are) going)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of `text` with what the text layer found in it; spans are offsets into `text`."""

    text: str
    span: Span
    quantities: Sequence[Quantity] = ()
    names: Sequence[Name] = ()
    quotations: Sequence[Quotation] = ()

    @property
    def surface(self) -> str:
        """The sentence as it stands."""
        return self.text[self.span.start : self.span.end]

    def share(self, *, direct: bool) -> float:
        """The share of the characters that stand in direct (or in indirect) quotations."""
        inside = [item for item in self.quotations if item.direct == direct]
        length = max(1, self.span.end - self.span.start)
        covered = sum(min(item.end, self.span.end) - max(item.start, self.span.start) for item in inside)
        return min(1.0, max(0, covered) / length)

    def own(self) -> str:
        """The sentence without the words in quotation marks."""
        parts, position = [], self.span.start
        for item in self.quotations:
            if item.direct and item.end > position:
                parts.append(self.text[position : max(position, item.start)])
                position = min(item.end, self.span.end)
        return " ".join([*parts, self.text[position : self.span.end]])


def passages(analysis: Analysis) -> list[Passage]:
    """A passage for each sentence of the analysis."""
    sentences = analysis.sentences
    found = zip(
        sentences,
        by_sentence(analysis.quantities, sentences),
        by_sentence(analysis.names, sentences),
        by_sentence(analysis.quotations, sentences),
        strict=True,
    )
    return [Passage(analysis.article.text, *parts) for parts in found]


_Item = TypeVar("_Item", bound=Span)


def by_sentence(items: Sequence[_Item], sentences: Sequence[Span]) -> list[list[_Item]]:
    """The items that touch each sentence, in order."""
    found: list[list[_Item]] = [[] for _ in sentences]
    ends = [sentence.end for sentence in sentences]
    for item in items:
        position = bisect_right(ends, item.start)
        while position < len(sentences) and sentences[position].start < item.end:
            found[position].append(item)
            position += 1
    return found


def lower(text: str) -> list[str]:
    """The words of `text` in lower case with plain apostrophes, except names: "US" does not become "us"."""
    return [word if word in _NAMES else word.lower().replace("’", "'") for word in WORD.findall(text)]


def features(passage: Passage) -> Features:
    """The features of a sentence; one that is not there is 0."""
    surface = _LOOKALIKE.sub("", passage.surface)
    words = lower(surface)
    found = _named(passage) | _shape(surface, words) | _speech(passage)
    own = counts(lower(_LOOKALIKE.sub("", passage.own())))
    whole = counts(words)
    for name, section in _WORDINGS.items():
        found[name] = float(min(_MOST, own[section]))
    for name, section in _CONTENTS.items():
        found[name] = float(min(_MOST, whole[section]))
    found["a rise or a fall"] *= bool(figures(passage) or whole["measured things"])  # no “rise to the occasion”
    found["a comparison"] = float(compares(surface, passage.quantities, changes=whole["changes"] > 0))
    return {name: value for name, value in found.items() if value}


def figures(passage: Passage) -> list[Quantity]:
    """The quantities that say something: neither an age nor the "one" and "two" of ordinary prose."""
    wanted = (item for item in passage.quantities if item.unit != _AGE)
    return [item for item in wanted if item.unit or item.high > _ORDINARY or item.change != "="]


def notable(item: Quantity) -> bool:
    """Whether an article may turn on a figure: not on an age, a time under a year or “four pages”."""
    if item.unit in _DAYS:
        return item.high * _DAYS[item.unit] >= _YEAR_IN_DAYS
    return item.unit != _AGE and (bool(item.unit) or item.high > _FEW or item.noun in _PEOPLE)


def _named(passage: Passage) -> Features:
    found = figures(passage)
    kinds = [name.kind for name in passage.names]
    return {
        "a figure": float(min(_MOST, len(found))),
        "a figure with a unit": float(min(_MOST, sum(bool(item.unit) for item in found))),
        "a large or changing figure": float(any(map(_telling, found))),
        "a named person": float(min(_MOST, kinds.count("person"))),
        "a named organisation": float(min(_MOST, kinds.count("organisation"))),
        "a named place": float(min(_MOST, kinds.count("place"))),
    }


def _telling(item: Quantity) -> bool:
    return notable(item) and (item.change != "=" or item.unit == "percentage" or item.high >= 1_000)


def _shape(surface: str, words: Sequence[str]) -> Features:
    return {
        "a full statement": min(1.0, math.log1p(len(words)) / math.log(30)),
        "very short": float(len(words) < 6),
        "very long": float(len(words) > 45),
        "a question": float("?" in surface),
        "an exclamation": float("!" in surface),
        "a negation": float(bool(_NEGATION.search(surface))),
        "the speaker's own promise": float(bool(_PROMISE.search(surface))),
        "a year": float(bool(_YEAR.search(surface))),
        "tells what happened": float(min(_MOST, len(_PAST.findall(surface)))),
        "a dash or a colon": float(min(2, sum(mark in surface for mark in ("—", "–", ":", ";", "...")))),
        "words in capitals": float(min(2, sum(len(word) > 4 and word.isupper() for word in surface.split()))),
    }


def _speech(passage: Passage) -> Features:
    named = any(item.speaker and item.cue for item in passage.quotations)
    return {
        "someone's words": float(bool(passage.quotations)),
        "attributed to a named source": float(named),
        "mostly in quotation marks": max(0.0, 2 * passage.share(direct=True) - 1),
        "a word in irony marks": float(bool(_SCARE.search(passage.surface)) and not named),
    }


def wording(passage: Passage) -> Features:
    """The stems and marks of a sentence and their pairs, each with the same value; their squares add up to 1."""
    stems = ["^", *(stem(piece) for piece in _PIECE.findall(passage.surface)), "$"]
    names = {*stems, *map(" ".join, pairwise(stems))}
    value = 1 / math.sqrt(len(names))
    return {WORDING + name: value for name in names}
