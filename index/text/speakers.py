"""Resolves the mention of a speaker to a name or a role, across sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from index.model import Name, Sentence, Span
from index.text.name_lists import name_lists

_HE_OR_SHE = frozenset(("he", "she"))
_NOBODY = frozenset(("they", "it", "we", "i", "you", "his", "her", "their", "one", "both", "who", "which", "that"))
_RELATIVE = re.compile(r",?\s(?:who|whom|which|that)(?:\s.*)?$", re.IGNORECASE | re.DOTALL)
_NEAR = 250
"""Characters behind the mention of a body that speaks in which “it” is still that body."""

_TITLE = 30
"""Characters before a name at the beginning of a sentence, for a title or an office."""

_LEADING = frozenset(("the", "a", "an"))


class Speakers:
    """Resolves mentions in text order; remembers which person spoke last, for the pronouns that follow."""

    def __init__(self, text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> None:
        self._text = text
        self._names = names
        self._starts = [name.start for name in names]
        self._openers = [name for name in _openers(sentences, names) if name.kind == "person"]
        self._opened = [name.start for name in self._openers]
        self._last: Name | None = None
        self._body, self._body_end = "", -_NEAR

    def resolve(self, mention: Span) -> str:
        """The canonical name in `mention`, else the role as it stands.

        "He" and "she" are a person named before; "it" is the body that spoke just before.
        """
        surface = self._text[mention.start : mention.end]
        if surface.lower() in _HE_OR_SHE:
            return self._antecedent(mention.start)
        if surface.lower() == "it" and self._follows(mention.start):
            self._body_end = mention.end
            return self._body
        if surface.lower() in _NOBODY:
            return ""
        named = self._relative(mention) if surface.endswith((" who", " which")) else self._named(mention)
        speaker = named.canonical if named is not None else _role(surface)
        if named is not None and named.kind in {"person", "other"}:
            self._last = named
        if named.kind != "person" if named is not None else _is_body(speaker):
            self._body, self._body_end = speaker, mention.end
        return speaker

    def _follows(self, position: int) -> bool:
        """Whether the body that spoke last is near, in the same paragraph."""
        return position - self._body_end < _NEAR and "\n" not in self._text[self._body_end : position]

    def _antecedent(self, position: int) -> str:
        """Who spoke last or, if later, who opened a sentence as its subject; else the person named last."""
        number = bisect_left(self._opened, position) - 1
        opener = self._openers[number] if number >= 0 else None
        latest = max(filter(None, (opener, self._last)), key=lambda name: name.start, default=None)
        if latest is not None:
            return latest.canonical
        for number in range(bisect_left(self._starts, position) - 1, -1, -1):
            if self._names[number].kind == "person":
                return self._names[number].canonical
        return ""

    def _relative(self, mention: Span) -> Name | None:
        """The name right before the relative pronoun that ends the mention."""
        last = bisect_left(self._starts, mention.end) - 1
        return self._names[last] if last >= 0 and self._starts[last] >= mention.start else None

    def _named(self, mention: Span) -> Name | None:
        """The name that heads the mention: a person before its first comma, else the first name."""
        first = bisect_left(self._starts, mention.start)
        inside = self._names[first : bisect_left(self._starts, mention.end, lo=first)]
        comma = self._text.find(",", mention.start, mention.end)
        head = [name for name in inside if comma < 0 or name.start < comma]
        people = [name for name in head if name.kind == "person"]
        heads = people[-1:] or head[:1]
        if not heads or _is_role(self._text[mention.start : heads[0].start]):
            return None
        return heads[0]


def _openers(sentences: Sequence[Sentence], names: Sequence[Name]) -> Iterator[Name]:
    """The first name of each sentence, if it stands at the beginning, as subjects do."""
    starts = [sentence.start for sentence in sentences]
    seen = -1
    for name in names:
        number = bisect_right(starts, name.start) - 1
        if number > seen and name.start - starts[number] <= _TITLE:
            yield name
        seen = max(seen, number)


def _is_role(before: str) -> bool:
    """Whether a name only qualifies the words before it: “supporters of X”, “officials from X”."""
    return before.rstrip().lower().endswith((" of", " from", " for", " in", " at", " with", " to", " by", " behind"))


def _is_body(role: str) -> bool:
    """Whether a role is one body, rather than a person or several people."""
    words = role.lower().split()
    return bool(words) and not words[-1].endswith("s") and name_lists().titles.isdisjoint(words)


def _role(surface: str) -> str:
    words = _RELATIVE.sub("", surface).split(",")[0].split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in _LEADING else words)
