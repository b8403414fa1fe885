"""Resolves the mention of a speaker to a name or a role, across sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from index.model import Name, Sentence, Span
from index.text.name_lists import name_lists
from index.text.nouns import function_words, plural
from index.text.pronouns import HE_OR_SHE, People
from index.text.syntax import WORDS

_AGAIN = frozenset(("it", "they"))
_NOBODY = frozenset(("we", "i", "you", "his", "her", "their", "one", "both", "who", "which", "that"))
_RELATIVE = re.compile(r",?\s(?:who|whom|which|that)(?:\s.*)?$", re.IGNORECASE | re.DOTALL)
_BEFORE_WHO = re.compile(r"(?:\s(?:of|from)\s[A-Z][\w. ]*|,\s[DRI]-[\w.]+|\s\([^()]*\))?,?\s(?:who|which)")
_DAY = re.compile(r"\sover the weekend$|\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_QUALIFYING = re.compile(r"\b(?:of|from|for|in|at|with|to|by|behind)\s+(?:the\s+)?(?:[A-Z]\w*\.?\s)*$")
_OF = re.compile(r"\s(?:of|from|for|in|at|with|on|close|familiar|near|who)\s")
_APPOSED = re.compile(r",\s(?:[A-Z][\w.]*\s){0,3}")
_ADVERBS = WORDS["when"] | WORDS["ends a noun phrase"] | WORDS["adverb in a verb group"]
_ENDINGS = ("ly", "ing", "self", "ever")
_FOLLOWING = re.compile(r"(?:\s(?:[JS]r\.?|I{2,3})(?!\w))?+(?P<owned>['’]s?)?\s(?P<word>[^\W\d_][\w-]*)")
_ONE_PERSON = frozenset(
    ("man", "woman", "lawyer", "attorney", "spokesman", "spokeswoman", "aide", "neighbour", "neighbor")
)
_NEAR = 250
"""Characters behind the mention of a body or a group that speaks in which “it” or “they” is still that one."""

_LEADING = frozenset(("the", "a", "an"))


class Speakers:
    """Resolves mentions in text order; remembers who spoke last, for the pronouns that follow."""

    def __init__(self, text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> None:
        self._text = text
        self._names = names
        self._starts = [name.start for name in names]
        self._people = People(text, sentences, names)
        self._before = dict.fromkeys(_AGAIN, ("", -_NEAR))

    def resolve(self, mention: Span) -> str:
        """The canonical name in `mention`, or the names joined by “and”, else the role as it stands.

        "He" and "she" are a person named before; "it" is the body and "they" are those that spoke just before.
        """
        surface = self._text[mention.start : mention.end]
        low = surface.lower().replace("’", "'").removesuffix("'s")  # “he's told reporters”
        if low in HE_OR_SHE:
            person = self._people.antecedent(low, mention.start)
            if person:
                self._people.spoke(person, mention.start)
            return person
        if low in _AGAIN:
            return self._again(low, mention)
        if low in _NOBODY:
            return ""
        heads = self._relative(mention) if surface.endswith((" who", " which")) else self._named(mention)
        speaker = " and ".join(dict.fromkeys(name.canonical for name in heads)) or _role(surface)
        self._remember(heads, speaker, mention.end)
        return speaker

    def _remember(self, heads: Sequence[Name], speaker: str, end: int) -> None:
        """Keep whom a later pronoun may stand for."""
        if len(heads) == 1 and _may_be_person(heads[0]):
            self._people.spoke(heads[0].canonical, heads[0].start)
        elif not heads and _is_person(speaker):
            self._people.spoke_unnamed(speaker, end)
        person = len(heads) == 1 and heads[0].kind == "person"
        if len(heads) > 1 or (not heads and plural(_head(speaker))):
            self._before["they"] = speaker, end
        elif not person and (heads or _is_body(speaker)):
            self._before["it"] = speaker, end

    def _again(self, pronoun: str, mention: Span) -> str:
        """Who spoke last of those for whom the pronoun may stand, if near; for “it” in the same paragraph."""
        speaker, end = self._before[pronoun]
        between = self._text[max(0, end) : mention.start]
        if mention.start - end >= _NEAR or (pronoun == "it" and "\n" in between):
            return ""
        self._before[pronoun] = speaker, mention.end
        return speaker

    def _relative(self, mention: Span) -> Sequence[Name]:
        """The name right before the relative pronoun that ends the mention: “X, who”, “X of Lenwick, who”."""
        inside = self._names[bisect_left(self._starts, mention.start) : bisect_left(self._starts, mention.end)]
        found = next((name for name in inside if _BEFORE_WHO.fullmatch(self._text, name.end, mention.end)), None)
        return (found,) if found else ()

    def _named(self, mention: Span) -> Sequence[Name]:
        """The names that head the mention before its first comma: two people joined, else the last one, else a name."""
        first = bisect_left(self._starts, mention.start)
        comma = self._text.find(",", mention.start, mention.end)
        end = comma if comma >= 0 else mention.end
        inside = self._names[first : bisect_left(self._starts, end, lo=first)]
        people = [name for name in inside if name.kind == "person"]
        couple = [name for name in inside if _may_be_person(name)]
        heads = (couple if people and self._joined(couple) else (), people[-1:], inside[:1])
        found = next((names for names in heads if names and not self._is_role(names, mention.start, end)), ())
        return found if found or comma < 0 else self._apposed(comma, mention.end)

    def _apposed(self, comma: int, end: int) -> Sequence[Name]:
        """The person named right behind a role: “its director, Dr Ada Hale,”."""
        number = bisect_left(self._starts, comma)
        name = self._names[number] if number < len(self._names) else None
        named = name is not None and name.kind == "person" and name.end <= end
        return (name,) if name and named and _APPOSED.fullmatch(self._text, comma, name.start) else ()

    def _is_role(self, names: Sequence[Name], start: int, end: int) -> bool:
        """Whether names only qualify the words around them: “supporters of X”, “X's aides”, “House Democrats”."""
        if _QUALIFYING.search(self._text[start : names[0].start]):
            return True
        word = _FOLLOWING.match(self._text[names[-1].end : end])
        return word is not None and (bool(word["owned"]) or _is_noun(word["word"]))

    def _joined(self, people: Sequence[Name]) -> bool:
        """Whether there are two people with “and” before the second and its titles: “X and Senator Y”."""
        between = self._text[people[0].end : people[1].start] if len(people) == 2 else ""
        return between == " and " or (" and " in between and all(name.kind == "person" for name in people))


def _is_noun(word: str) -> bool:
    """Whether a word right behind a name goes on with it: “House Democrats”, “the Hart campaign”."""
    return word[0].isupper() or not (word in _ADVERBS or word in function_words() or word.endswith(_ENDINGS))


def _may_be_person(name: Name) -> bool:
    """Whether “he” or “she” may stand for a name: not for “National Council for Ferries”, of an unknown kind."""
    return name.kind == "person" or (name.kind == "other" and all(word[0].isupper() for word in name.canonical.split()))


def _is_person(role: str) -> bool:
    """Whether a role is a person besides those named: “Hart's attorney”, “one woman in Lenwick”, not “the mayor”."""
    return _head(role) in _ONE_PERSON


def _is_body(role: str) -> bool:
    """Whether a role is one body, rather than a person or several people."""
    return bool(role) and not _head(role).endswith("s") and name_lists().titles.isdisjoint(role.lower().split())


def _head(role: str) -> str:
    """The noun that a role is about: “officials in Lenwick”."""
    return _OF.split(role.lower(), maxsplit=1)[0].rpartition(" ")[2]


def _role(surface: str) -> str:
    words = _DAY.sub("", _RELATIVE.sub("", surface).split(",")[0]).split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in _LEADING else words)
