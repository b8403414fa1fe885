"""Runs of capitalised words inside sentences: what may be a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.model import Sentence
from index.text.name_lists import name_lists

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][\w]*+(?:[-'’.](?=[^\W\d_])[\w]++)*|&")
POSSESSIVES = ("'s", "’s", "'S", "’S")
LOWER = re.compile(r"(?<![\w'’-])[a-z]{2,}(?![\w'’-])")
PARTY = re.compile(r"[RDI]-")  # "D-N.Y." behind the name of a politician
OPENERS = " \"'“‘«([—–-•"
LINKS = frozenset({"of", "for", "on", "and", "the"})  # inside names of organisations
GAPS = frozenset({" ", "\n", "\xa0"})  # between the words of a run
STOPPED = re.compile(r"[^\w\n]{0,3}[.!?;:]")
ABBREVIATED = frozenset({"st", "ste", "ft", "mt"})
LONGEST = 12  # words of one run
HEADLINE = 0.6  # share of capitalised words from which a line is read as a headline
FEWEST = 4  # words of more than three letters that a headline has


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place, without a possessive ending; `first` where it begins its sentence."""

    start: int
    end: int
    surface: str
    first: bool = False

    @property
    def low(self) -> str:
        """The word in lower case, with a plain apostrophe."""
        return self.surface.lower().replace("’", "'")

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.surface[0].isupper()


Run = list[Word]


def words(text: str, sentence: Sentence) -> Run:
    """The words of a sentence. Of a compound with a small letter after its hyphen ("US-led") the first part."""
    found: Run = []
    for match in WORD.finditer(text, sentence.start, sentence.end):
        surface = match.group()
        if surface.endswith(POSSESSIVES):
            surface = surface[:-2]
        head, hyphen, tail = surface.partition("-")
        if hyphen and tail[:1].islower() and surface not in name_lists().known:
            surface = head
        first = not found and not text[sentence.start : match.start()].strip(OPENERS)
        found.append(Word(match.start(), match.start() + len(surface), surface, first))
    return found


def headline(text: str, run: Sequence[Word]) -> bool:
    """Whether most words of a line without a stop are capitalised, so that capitals say nothing."""
    if not run or STOPPED.match(text, run[-1].end):
        return False
    long = [word for word in run if len(word.surface) > 3]
    return len(long) >= FEWEST and sum(word.capital for word in long) >= HEADLINE * len(long)


class Runs:
    """Finds the runs of one text, knowing how its words are written elsewhere in it."""

    def __init__(self, text: str, prose: Sequence[Run]) -> None:
        self._text = text
        self._lists = name_lists()
        self._lower = frozenset(LOWER.findall(text))
        self._inside = frozenset(word.surface for run in prose for word in run[1:] if word.capital)

    def of(self, sentence: Run) -> Iterator[Run]:
        """The runs of a sentence, as far as they may name something."""
        run: Run = []
        for place, word in enumerate(sentence):
            if run and not self._joins(run, sentence, place):
                yield from self._whole(run)
                run = []
            if run or self._begins(sentence, place):
                run.append(word)
        yield from self._whole(run)

    def _whole(self, run: Run) -> Iterator[Run]:
        """The run without links at its end; none where only a doubtful first word is left."""
        while run and not run[-1].capital:
            run = run[:-1]
        if len(run) > 1 or (run and (not run[0].first or self._certain(run[0]))):
            yield run

    def _named(self, word: Word) -> bool:
        """Whether a word may stand in a name at all."""
        return (
            word.capital
            and word.low not in self._lists.never
            and word.low not in self._lists.calendar
            and not PARTY.match(word.surface)
        )

    def _begins(self, sentence: Run, place: int) -> bool:
        word = sentence[place]
        if not self._named(word):
            return False
        if word.low in self._lists.ordinary and word.surface != "US":
            return False
        if not word.first or self._certain(word):
            return True
        following = sentence[place + 1] if place + 1 < len(sentence) else None
        return (
            bool(following and following.capital)
            and word.low not in self._lower
            and not word.low.endswith(("ing", "ed", "ly"))
        )

    def _certain(self, word: Word) -> bool:
        """Whether the first word of a sentence is capitalised for more than its place."""
        lists = self._lists
        if word.surface in lists.known or word.surface in self._inside or word.low in lists.given:
            return True
        if word.low in self._lower:
            return False
        return (
            word.low in lists.titles
            or word.surface in lists.nationalities
            or (word.surface.isupper() and len(word.surface) > 1)
        )

    def _joins(self, run: Run, sentence: Run, place: int) -> bool:
        """Whether a word goes on with the run before it."""
        last, word = run[-1], sentence[place]
        if len(run) >= LONGEST:
            return False
        gap = self._text[last.end : word.start]
        short = len(last.surface) == 1 or last.low in ABBREVIATED or last.low in self._lists.titles
        if gap not in GAPS and not (gap == ". " and short):
            return False
        if word.capital:
            return self._named(word) or self._initial(word)
        ahead = [other.capital for other in sentence[place + 1 : place + 3]]
        if word.surface == "&" or word.low in self._lists.particles:
            return any(ahead)
        return word.low in LINKS and self._links(run, word) and any(ahead)

    def _initial(self, word: Word) -> bool:
        """Whether a word is an initial: “Mary D. Hale”, but no party's letter."""
        return len(word.surface) == 1 and self._text.startswith(". ", word.end)

    def _links(self, run: Run, link: Word) -> bool:
        """Whether a run may go on with "of", "for", "on", "and" or "the"."""
        if link.low == "the":
            return run[-1].low in ("of", "for", "on")
        head = run[0].low in self._lists.heads
        if link.low == "and":
            return head and len(run) > 2 and any(not word.capital for word in run)
        if link.low == "of" and (run[-1].low in self._lists.titles or run[-1].low in self._lists.place_heads):
            return True
        return head or run[-1].low in self._lists.heads
