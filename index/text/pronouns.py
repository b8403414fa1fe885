"""Whom “he” and “she” stand for among the people that a text names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from index.model import Name, Sentence
from index.text.name_lists import name_lists

HE_OR_SHE = ("he", "she")

_ADDRESS = re.compile(r"(?<!\w)(?:(?P<he>Mr)|(?P<she>Mrs|Ms|Miss))\.?\s$")
_TELLING = (("she", frozenset(("woman", "spokeswoman"))), ("he", frozenset(("man", "spokesman"))))
_LONGEST = 6
"""Characters of a form of address before a name."""

_TITLE = 30
"""Characters before a name at the beginning of a sentence, for a title or an office."""

_INTRODUCED = re.compile(
    r"(?:In|On|At|During|After|Before|Earlier|Later|When|While|As|If)\b[^;:]*,[”\"]?\s(?:[A-Z]\w*\.?\s)*"
)
_SUBORDINATE = re.compile(r"(?:When|While|As|After|Before|If|Though|Although|Because)\b[^,]*$")
_INTRODUCTION = 200
"""Characters that may introduce a sentence before its subject: “In a heated hearing last month, …”."""

_NO_SUBJECT = re.compile(
    r"^(?:But\s|And\s)?(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I)\b|\bthat\b"
    r"|\b(?:of|from|for|in|at|with|to|by|behind|about|against|told|gave|met|[a-z]+(?:s|ed))\s(?:[A-Z]\w*\.?\s)*$"
)
"""What stands before a name at the beginning that is no subject: “But he said that X”, “Allies of X”, “It helps X”."""

_RECENT = 20
"""Mentions of people before a pronoun among which there must be one person only."""


class People:
    """The people of one text; remembers who spoke last.

    The given name tells which pronoun a person has, else a form of address anywhere in the text; where neither
    does, both may stand for that person.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> None:
        self._addressed = dict(_addressed(text, names))
        openers = list(_openers(text, sentences, names))
        self._named = {pronoun: self._fitting(names, pronoun) for pronoun in HE_OR_SHE}
        self._openers = {pronoun: self._fitting(openers, pronoun) for pronoun in HE_OR_SHE}
        self._last: dict[str, tuple[int, str]] = {}

    def spoke(self, speaker: str, position: int) -> None:
        """Remember who speaks at `position`, for the pronouns that follow."""
        self._last |= {pronoun: (position, speaker) for pronoun in HE_OR_SHE if self._fits(speaker, pronoun)}

    def spoke_unnamed(self, role: str, position: int) -> None:
        """Remember that someone without a name spoke: “a woman in Lenwick”; of “his lawyer” nobody knows which."""
        for pronoun in HE_OR_SHE:
            usual = _usual_of_role(role)
            if usual in {pronoun, ""}:
                self._last[pronoun] = position, role if usual else ""

    def antecedent(self, pronoun: str, position: int) -> str:
        """Who spoke last or, if later, who opened a sentence as its subject; else the person named last; or ""."""
        opener = _latest(self._openers[pronoun], position)
        at, speaker = self._last.get(pronoun, (-1, ""))
        found = opener if opener and opener.start > at else None
        if found is None and at < 0:
            return self._only(pronoun, position)
        return found.canonical if found else speaker

    def _only(self, pronoun: str, position: int) -> str:
        """The one person named before; "" where there are two, since a wrong speaker is worse than none."""
        before = bisect_left(self._named[pronoun], position, key=lambda name: name.start)
        canonical = {name.canonical for name in self._named[pronoun][max(0, before - _RECENT) : before]}
        return canonical.pop() if len(canonical) == 1 else ""

    def _fitting(self, names: Sequence[Name], pronoun: str) -> list[Name]:
        return [name for name in names if name.kind == "person" and self._fits(name.canonical, pronoun)]

    def _fits(self, speaker: str, pronoun: str) -> bool:
        return (_usual(speaker) or self._addressed.get(speaker, "")) in {pronoun, ""}


def _addressed(text: str, names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """The people who are somewhere called Mr or Ms, each with the pronoun for that."""
    for name in names:
        address = _ADDRESS.search(text, max(0, name.start - _LONGEST), name.start)
        if address is not None:
            yield name.canonical, address.lastgroup or ""


def _usual(canonical: str) -> str:
    given = canonical.split()[0].lower()
    return "he" if given in name_lists().men else "she" if given in name_lists().women else ""


def _usual_of_role(role: str) -> str:
    """The pronoun that a role tells: “one woman in Lenwick”, “Hart's spokesman”; "" where it tells none."""
    words = role.lower().split()
    return next((pronoun for word in words for pronoun, all_of in _TELLING if word in all_of), "")


def _latest(names: Sequence[Name], position: int) -> Name | None:
    number = bisect_left(names, position, key=lambda name: name.start) - 1
    return names[number] if number >= 0 else None


def _openers(text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> Iterator[Name]:
    """The first person of each sentence, if it stands at the beginning as its subject."""
    starts = [sentence.start for sentence in sentences]
    seen = -1
    for name in names:
        number = bisect_right(starts, name.start) - 1 if name.kind == "person" else -1
        if number > seen and _is_subject(text, starts[number], name):
            yield name
            seen = number


def _is_subject(text: str, start: int, name: Name) -> bool:
    """Whether a name at the beginning of the sentence at `start` is its subject: “Mayor Hart”, “In May, Mr. Hart”."""
    if name.start - start > _INTRODUCTION:
        return False
    before = text[start : name.start]
    if _INTRODUCED.fullmatch(before):
        return True
    near = len(before) <= _TITLE and not _SUBORDINATE.match(before)
    return near and not _NO_SUBJECT.search(before)
