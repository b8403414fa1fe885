"""Resolves the mention of a speaker to a name or a role, across sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from index.model import Name, Span

_HE_OR_SHE = frozenset({"he", "she"})
_PRONOUNS = _HE_OR_SHE | {"they", "it", "we", "i", "who", "you", "his", "her", "their", "one", "both"}
_LEADING = frozenset({"the", "a", "an"})


class Speakers:
    """Resolves mentions in text order; remembers who spoke last, for the pronouns that follow."""

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self._text = text
        self._names = names
        self._starts = [name.start for name in names]
        self._last = ""

    def resolve(self, mention: Span) -> str:
        """The canonical name in `mention`; for "he" and "she" the person named last; else the role as it stands."""
        surface = self._text[mention.start : mention.end]
        if surface.lower() in _PRONOUNS:
            return self._antecedent(surface.lower(), mention.start)
        inside = self._inside(mention)
        if inside:
            people = [name for name in inside if name.kind == "person"]
            self._last = (people or inside)[0].canonical
            return self._last
        return _role(surface)

    def _antecedent(self, pronoun: str, position: int) -> str:
        if pronoun not in _HE_OR_SHE:
            return ""
        if self._last:
            return self._last
        for number in range(bisect_left(self._starts, position) - 1, -1, -1):
            if self._names[number].kind == "person":
                return self._names[number].canonical
        return ""

    def _inside(self, mention: Span) -> Sequence[Name]:
        first = bisect_left(self._starts, mention.start)
        return self._names[first : bisect_left(self._starts, mention.end, lo=first)]


def _role(surface: str) -> str:
    words = surface.split(",")[0].split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in _LEADING else words)
