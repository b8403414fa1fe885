"""What a dialogue shows: passages under a heading, a few at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

from tui.plain.compared import Compared

_DIGITS = 9  # of a number that something may carry


def ordinal(text: str) -> int:
    """The number that a word is, 0 for none."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage leads: the id of an article or a story, and a character offset in the article."""

    id: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing to be read out: a result, a paragraph, a row.

    `places` are where it leads, one for each article compared (None where that one says nothing); `offset` is where
    it begins in the article it is from, characters.
    """

    text: str
    places: tuple[Place | None, ...] = ()
    offset: int = 0


@dataclass(slots=True)
class Sheet:
    """A list being read. `kind` is what its passages are called, `article` the article it shows, or "".

    `more` brings further passages when those at hand are read, an empty list when there are none.
    """

    heading: str
    kind: str
    passages: list[Passage]
    portion: int = 5
    article: str = ""
    compared: Compared | None = None
    at: int = 0
    more: Callable[[int], Sequence[Passage]] = field(default=lambda _count: ())

    def show(self) -> str:
        """The heading and the current portion."""
        return "\n\n".join([self.heading, *self._current()])

    def advance(self) -> str:
        """The next portion, or word that there is none."""
        if self.at + self.portion >= len(self.passages):
            self.passages += self.more(len(self.passages))
        if self.at + self.portion >= len(self.passages):
            return f"No more {self.kind}."
        self.at += self.portion
        return "\n\n".join(self._current())

    def retreat(self) -> str:
        """The portion before, or word that there is none."""
        if self.at == 0:
            return f"These are the first {self.kind}."
        self.at = max(0, self.at - self.portion)
        return "\n\n".join(self._current())

    def _current(self) -> list[str]:
        shown = self.passages[self.at : self.at + self.portion]
        left = len(self.passages) - self.at - len(shown)
        return [*(passage.text for passage in shown), *([f"({left} more)"] if left > 0 else [])]

    def seek(self, offset: int) -> None:
        """Go to the passage that covers a character offset of the article."""
        self.at = max((number for number, each in enumerate(self.passages) if each.offset <= offset), default=0)

    @property
    def offset(self) -> int:
        """Where the current portion begins in its article."""
        return self.passages[self.at].offset if self.passages else 0

    def place(self, number: int, letter: str = "") -> Place | None:
        """Where the passage that carries a number, from 1, leads: in the article with this letter, else the first."""
        numbered = [each for each in self.passages if any(each.places)]
        if not 0 < number <= len(numbered):
            return None
        places = numbered[number - 1].places
        if letter:
            column = ascii_uppercase.find(letter.upper()) if len(letter) == 1 else -1
            return places[column] if 0 <= column < len(places) else None
        return next(filter(None, places), None)
