"""Whom “he” and “she” stand for among the people that a text names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from index.model import Name, Sentence
from index.text.name_lists import name_lists

HE_OR_SHE = ("he", "she")

_ADDRESS = re.compile(r"(?<!\w)(?:(?P<he>Mr)|(?P<she>Mrs|Ms|Miss))\.?\s$")
_LONGEST = 6
"""Characters of a form of address before a name."""

_TITLE = 30
"""Characters before a name at the beginning of a sentence, for a title or an office."""


class People:
    """The people of one text; remembers who spoke last.

    The given name tells which pronoun a person has, else a form of address anywhere in the text; where neither
    does, both may stand for that person.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> None:
        self._addressed = dict(_addressed(text, names))
        openers = list(_openers(sentences, names))
        self._named = {pronoun: self._fitting(names, pronoun) for pronoun in HE_OR_SHE}
        self._openers = {pronoun: self._fitting(openers, pronoun) for pronoun in HE_OR_SHE}
        self._last: dict[str, Name] = {}

    def spoke(self, name: Name) -> None:
        """Remember who speaks, for the pronouns that follow."""
        self._last |= {pronoun: name for pronoun in HE_OR_SHE if self._fits(name, pronoun)}

    def antecedent(self, pronoun: str, position: int) -> str:
        """Who spoke last or, if later, who opened a sentence as its subject; else the person named last; or ""."""
        opener = _latest(self._openers[pronoun], position)
        spoken = self._last.get(pronoun)
        latest = max(filter(None, (opener, spoken)), key=lambda name: name.start, default=None)
        found = latest or _latest(self._named[pronoun], position)
        return found.canonical if found else ""

    def _fitting(self, names: Sequence[Name], pronoun: str) -> list[Name]:
        return [name for name in names if name.kind == "person" and self._fits(name, pronoun)]

    def _fits(self, name: Name, pronoun: str) -> bool:
        return (_usual(name.canonical) or self._addressed.get(name.canonical, "")) in {pronoun, ""}


def _addressed(text: str, names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """The people who are somewhere called Mr or Ms, each with the pronoun for that."""
    for name in names:
        address = _ADDRESS.search(text, max(0, name.start - _LONGEST), name.start)
        if address is not None:
            yield name.canonical, address.lastgroup or ""


def _usual(canonical: str) -> str:
    given = canonical.split()[0].lower()
    return "he" if given in name_lists().men else "she" if given in name_lists().women else ""


def _latest(names: Sequence[Name], position: int) -> Name | None:
    number = bisect_left(names, position, key=lambda name: name.start) - 1
    return names[number] if number >= 0 else None


def _openers(sentences: Sequence[Sentence], names: Sequence[Name]) -> Iterator[Name]:
    """The first name of each sentence, if it stands at the beginning, as subjects do."""
    starts = [sentence.start for sentence in sentences]
    seen = -1
    for name in names:
        number = bisect_right(starts, name.start) - 1
        if number > seen and name.start - starts[number] <= _TITLE:
            yield name
        seen = max(seen, number)
