"""What is said: where the content of a reporting verb begins and ends."""

from __future__ import annotations

from collections.abc import Set

from index.text.phrases import QUOTE
from index.text.syntax import AUXILIARY, DASHES, END, WORDS, Range, Syntax
from index.text.verbs import Verb

REACH = 14
"""Tokens after a cue among which its content begins."""

BREAKS = DASHES | {",", ";"}
SHARING = frozenset(("and", "but", "or", "then"))

_ADDRESSING = WORDS["verb with a recipient"]
_SAYING_CLAUSES = WORDS["says something only with a clause"]
_SAYING_INFINITIVES = WORDS["says something only with an infinitive"]
_AFTER_OBJECT = WORDS["joins clauses"] | WORDS["subordinates a clause"] | WORDS["after an object"]
_BEFORE_CONTENT = (AUXILIARY - {"to"}) | SHARING | {QUOTE, ",", ";"}


class Content:
    """Finds the content behind the reporting verbs of one sentence, which stand at `places`."""

    def __init__(self, syntax: Syntax, places: Set[int]) -> None:
        self._syntax = syntax
        self._places = places

    def after(self, verb: Verb, limit: int) -> Range | None:
        """The content that follows a cue."""
        start, frame = verb.end, verb.cue.frame
        if frame in {"clause", "speech"}:
            start = self._clause_start(verb, limit)
        elif verb.cue.lemma in _SAYING_INFINITIVES and self._syntax.at(start) == "that":
            start += 1
        if frame == "speech" and self._syntax.at(start) != QUOTE:
            return None
        if self._acts(verb, start, limit) or self._syntax.at(start) == "so":
            return None
        stop = self._syntax.trim(limit if frame == "clause" else self._object_end(start, limit))
        return (start, stop) if stop > start else None

    def _acts(self, verb: Verb, start: int, limit: int) -> bool:
        """Whether a verb with no clause after it tells of an act: “found two leaks”, “agreed on most things”."""
        if verb.cue.lemma in _SAYING_CLAUSES and self._syntax.at(start - 1) not in {"that", ":"}:
            return not self._syntax.clause(start, limit)
        if self._syntax.at(start - 1) == "that" or verb.cue.lemma not in _SAYING_INFINITIVES:
            return False
        return self._syntax.at(start) not in {"to", "not", QUOTE}

    def _object_end(self, start: int, limit: int) -> int:
        """Where the object of a verb ends at the latest: before a dash, or a comma that begins a clause."""
        for position in range(start + 1, limit):
            low = self._syntax.low[position]
            if low in DASHES or (low == "," and self._syntax.at(position + 1) in _AFTER_OBJECT):
                return position
        return limit

    def _clause_start(self, verb: Verb, limit: int) -> int:
        """Past “that” or a colon, or else past whom the verb addresses, and when and where."""
        for position in range(verb.end, min(limit, verb.end + REACH)):
            low = self._syntax.low[position]
            if low in {"that", ":"}:
                return position + 1
            if low in _BEFORE_CONTENT or position in self._places:
                break
        start = self._syntax.skip_recipient(verb.end) if verb.cue.lemma in _ADDRESSING else verb.end
        if self._syntax.at(start) in {"to", "not"}:
            return start
        start = self._syntax.skip_adverbials(start)
        start += self._syntax.at(start) in {",", ":"}
        return start if start < limit else verb.end

    def resumed(self, position: int, limit: int) -> Range | None:
        """Content that goes on after “…,” X said, … — a quotation set off by a comma, after at most a short phrase."""
        for start in range(position, min(limit, position + REACH)):
            low = self._syntax.low[start]
            if low == QUOTE and (start == position or self._syntax.low[start - 1] in BREAKS | {":"}):
                return start, self._syntax.trim(limit)
            if low in END:
                return None
        return None

    def around(self, position: int, limit: int) -> Range | None:
        """The rest of the sentence after “…, X said, …”."""
        comma = self._syntax.skip_adverbials(position)
        if self._syntax.at(comma) != "," or self._syntax.at(comma + 1) in {"a", "an"}:
            return None
        rest = self._syntax.skip_apposition(comma)
        return (rest + 1, self._syntax.trim(limit)) if self._syntax.at(rest) == "," else None
