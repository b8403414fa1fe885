"""Resolves the mention of a speaker to a name or a role, across sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from index.model import Name, Span

_HE_OR_SHE = frozenset(("he", "she"))
_NOBODY = frozenset(("they", "it", "we", "i", "you", "his", "her", "their", "one", "both", "who", "which", "that"))
_LEADING = frozenset(("the", "a", "an"))


class Speakers:
    """Resolves mentions in text order; remembers which person spoke last, for the pronouns that follow."""

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self._text = text
        self._names = names
        self._starts = [name.start for name in names]
        self._last: Name | None = None

    def resolve(self, mention: Span) -> str:
        """The canonical name in `mention`; for "he" and "she" a person named before; else the role as it stands."""
        surface = self._text[mention.start : mention.end]
        if surface.lower() in _HE_OR_SHE:
            return self._antecedent(mention.start)
        if surface.lower() in _NOBODY:
            return ""
        named = self._relative(mention) if surface.endswith((" who", " which")) else self._named(mention)
        if named is None:
            return _role(surface)
        if named.kind in {"person", "other"}:
            self._last = named
        return named.canonical

    def _antecedent(self, position: int) -> str:
        """The person who spoke last, else the one named last."""
        if self._last is not None:
            return self._last.canonical
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


def _is_role(before: str) -> bool:
    """Whether a name only qualifies the words before it: “supporters of X”, “officials from X”."""
    return before.rstrip().lower().endswith((" of", " from", " for", " in", " at", " with", " to", " by", " behind"))


def _role(surface: str) -> str:
    words = surface.split(",")[0].split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in _LEADING else words)
