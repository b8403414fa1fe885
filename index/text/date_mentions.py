"""What the rules for dates share: a mention, the years, and which way a date lies."""

from __future__ import annotations

from dataclasses import dataclass

from index.text.calendar import Days
from index.text.lists import sections
from index.text.tokens import Tokens

YEARS = range(1000, 2200)
SIDES = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
LOOK_BACK = 10  # tokens before a date, and
LOOK_AHEAD = 3  # behind it, in which a word may say that it lies ahead
STOPS = frozenset(".!?")
CLAUSE_ENDS = frozenset({".", ",", ";", "and", "but", "that", "which", "who", "when", "he", "she", "they", "it"})
REACH = 6  # tokens between "to" with its verb and a date
_NO_VERBS = frozenset(sections("function_words")["function words"])
_FUTURE = frozenset(sections("dates")["future"])
_SPEECH = frozenset(sections("dates")["speech"])


@dataclass(frozen=True, slots=True)
class Mention:
    """A date that takes the tokens `first`..`last` (half open); `days` is None where it can't be resolved."""

    first: int
    last: int
    days: Days | None


def year_behind(tokens: Tokens, at: int) -> tuple[int, int]:
    """The year at a token, a comma or "of" passed over, and the position behind it; 0 and the same place without."""
    place = at + 1 if tokens.low(at) in (",", "of") else at
    word = tokens.word(place)
    if len(word) == 4 and word.isdecimal() and int(word) in YEARS:
        return int(word), place + 1
    return 0, at


def future(tokens: Tokens, at: int) -> bool:
    """Whether a word nearby says that the date at a token lies ahead; not in "said Friday he would"."""
    if not _SPEECH.isdisjoint(tokens.lower[max(0, at - 2) : at]):
        return False
    start = _sentence_start(tokens, at)
    if not _FUTURE.isdisjoint(tokens.lower[start:at]) or not _FUTURE.isdisjoint(_ahead(tokens, at)):
        return True
    return any(_infinitive(tokens, place) for place in range(max(start, at - REACH), at - 1))


def _ahead(tokens: Tokens, at: int) -> list[str]:
    """The next words of the same clause: "the Tuesday hearing would"."""
    following = tokens.lower[at + 1 : at + 1 + LOOK_AHEAD]
    return following[: next((place for place, word in enumerate(following) if word in CLAUSE_ENDS), None)]


def _sentence_start(tokens: Tokens, at: int) -> int:
    """Where the sentence of a token begins, or where the words that count for it do."""
    for place in range(at - 1, max(0, at - LOOK_BACK) - 1, -1):
        if tokens.words[place] in STOPS:
            return place + 1
    return max(0, at - LOOK_BACK)


def _infinitive(tokens: Tokens, at: int) -> bool:
    following = tokens.word(at + 1)
    return tokens.lower[at] == "to" and following.islower() and following not in _NO_VERBS


def direction(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """-1, 0 or 1 for "last", "this" or "next" before a token, and the position where that begins."""
    side = SIDES.get(tokens.low(at - 1))
    return (None, at) if side is None else (side, at - 1)
