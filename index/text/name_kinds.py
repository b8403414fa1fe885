"""What a run of capitalised words names: the people, organisations and places in it, without their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.model import NameKind
from index.text.name_lists import name_lists
from index.text.name_runs import LINKS, Run, Word

SAID = re.compile(r"\s*,?\s*(?:said|says|told|added|asked|wrote|tweeted|warned|argued|insisted|who)\b")
APPOSITION = re.compile(
    r",\s(?:\d\d?,|(?:a|an|the|his|her|their|its|former|then)\s(?P<role>(?:[\w’'-]+\s){0,3}[\w’'-]+))"
)
HONORIFIC = re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Dr)\.?\s$")
MOST_WORDS = 4  # of a well-known name
LOOK_BACK = 30  # characters before a name in which its role may stand

_FULL_NAME = 2
"""Words of a first and a last name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention before short forms are joined to full ones; `sure` where its kind is known, not guessed."""

    start: int
    end: int
    surface: str
    kind: NameKind
    sure: bool


def phrase(run: Sequence[Word]) -> str:
    """The words of a run with single spaces."""
    return " ".join(word.surface for word in run)


class Kinds:
    """Takes the runs of one text apart."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lists = name_lists()

    def mentions(self, run: Run) -> Iterator[Mention]:
        """The names in a run, without the titles and nationalities between them."""
        while run:
            length = self._known(run)
            if length and length < len(run) and self._splits(run, length):
                yield self._mention(run[:length], self._lists.known[phrase(run[:length])], sure=True)
                run = run[length:]
            elif title := self._title(run):
                yield from self._titled(run[title:], run[title - 1])
                return
            elif run[0].surface in self._lists.nationalities and not self._organised(run):
                run = run[1:]
            elif inner := self._inner_title(run):
                yield from self._classified(run[:inner])
                run = run[inner:]
            else:
                yield from self._classified(run)
                return

    def _known(self, run: Run) -> int:
        """How many words at the start of a run are a well-known name."""
        longest = range(min(MOST_WORDS, len(run)), 0, -1)
        return next((length for length in longest if phrase(run[:length]) in self._lists.known), 0)

    def _splits(self, run: Run, length: int) -> bool:
        """Whether the known name at the start of a run is a name of its own: "US | President Trump"."""
        rest = run[length:]
        if self._title(rest):
            return True
        if self._known(rest) == len(rest) or rest[0].surface in self._lists.nationalities:
            return True
        place = self._lists.known[phrase(run[:length])] == "place"
        return place and not self._organised(rest) and rest[0].low in self._lists.given

    def _title(self, run: Run) -> int:
        """How many words at the start of a run are a title, with what it is the title of."""
        lists, end = self._lists, 0
        for place, word in enumerate(run):
            if word.low in lists.titles:
                end = place + 1
            elif word.low not in lists.before_titles and word.surface not in lists.nationalities:
                break
        if not end or (end < len(run) and self._organised(run[end:]) and run[end].capital):
            return 0
        while end < len(run) and (
            not run[end].capital or (run[end - 1].low in LINKS and run[end].low in lists.before_titles)
        ):
            end += 1
        return end

    def _inner_title(self, run: Run) -> int:
        """Where a title begins behind what it is the title of: "Harbour Committee | Chairman Paul Idowu".

        A first and a last name behind a title tell it too: "Urban Planning | Secretary Julio Casas".
        """
        lists = self._lists
        for place in range(1, len(run)):
            last, behind = run[place - 1].low, run[place + 1 :]
            person = len(behind) == _FULL_NAME and not self._organised(behind)
            if run[place].low in lists.titles and (last in lists.organisation_words | lists.place_words or person):
                return place
        return 0

    def _titled(self, rest: Run, last: Word) -> Iterator[Mention]:
        """The person behind a title; behind "president of the", what it is the title of."""
        if not rest:
            return
        if last.low in LINKS:
            yield from self.mentions(rest)
        else:
            yield self._mention(rest, "person", sure=True)

    def _organised(self, run: Run) -> bool:
        return run[-1].low in self._lists.organisation_words or phrase(run) in self._lists.known

    def _classified(self, run: Run) -> Iterator[Mention]:
        if len(run) == 1:
            parts = run[0].surface.split("-")
            if len(parts) > 1 and all(part in self._lists.known for part in parts):
                yield from self._compound(run[0].start, parts)
                return
            if run[0].low in self._lists.organisation_words and run[0].surface not in self._lists.known:
                return
        kind, sure = self._kind(run)
        yield self._mention(run, kind, sure=sure)

    def _compound(self, start: int, parts: Sequence[str]) -> Iterator[Mention]:
        """ "China-US": each part is a name."""
        for part in parts:
            yield Mention(start, start + len(part), part, self._lists.known[part], sure=True)
            start += len(part) + 1

    def _kind(self, run: Run) -> tuple[NameKind, bool]:
        lists, written = self._lists, phrase(run)
        shouted = written.title() if written.isupper() and len(written) > 3 else written
        for form in (written, shouted):
            if form in lists.known:
                return lists.known[form], True
        lows = [word.low for word in run]
        named_after = (" " + written.lower()).endswith(lists.named_after_people)
        if (
            named_after
            or lows[-1] in lists.organisation_words
            or (lows[0] in lists.heads and not LINKS.isdisjoint(lows))
        ):
            return "organisation", True
        if len(run) > 1 and (lows[-1] in lists.place_words or lows[0] in lists.place_heads):
            return "place", True
        if len(run) == 1 and len(written) > 1 and written.isupper():
            return "organisation", False
        return ("person", True) if self._person(run, lows) else ("other", False)

    def _person(self, run: Run, lows: Sequence[str]) -> bool:
        start = run[0].start
        if HONORIFIC.search(self._text, max(0, start - LOOK_BACK), start):
            return True
        if not 2 <= len(run) <= 5:
            return False
        if lows[0] in self._lists.given or any(len(low) == 1 for low in lows[:-1]):
            return True
        if not self._lists.particles.isdisjoint(lows[:-1]) or SAID.match(self._text, run[-1].end):
            return True
        return self._role_before(start) or self._role_behind(run[-1].end)

    def _role_before(self, start: int) -> bool:
        """ "the former adviser Henry Wang"."""
        before = self._text[max(0, start - LOOK_BACK) : start].split()
        return bool(before) and before[-1].lower() in self._lists.titles

    def _role_behind(self, end: int) -> bool:
        """ "Jensen Huang, the chief executive", "Ana Moreno, 41,"."""
        behind = APPOSITION.match(self._text, end)
        if behind is None:
            return False
        role = behind["role"]
        return role is None or not self._lists.titles.isdisjoint(role.lower().split())

    def _mention(self, run: Run, kind: NameKind, *, sure: bool) -> Mention:
        start, end = run[0].start, run[-1].end
        return Mention(start, end, " ".join(self._text[start:end].split()), kind, sure)
