"""Named people, organisations and places of one text, by rules and lists; later short forms join the full one.

A name is a run of capitalised words inside a sentence. Titles and nationalities in front are taken off, the
words of the run and around it say its kind, and a name that is part of a fuller one takes that as canonical.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from index.model import Name, NameKind, Sentence
from index.text.lists import sections

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][\w]*+(?:[-'’.](?=[^\W\d_])[\w]++)*|&")
LINKS = frozenset({"of", "the", "for", "and", "&"})  # inside names of organisations
HEADLINE = 0.6  # share of capitalised words from which a line is read as a headline
FEWEST = 4  # words that a headline has
NO_NAMES = frozenset(
    ["I", "I'm", "I've", "I'll", "I'd", "OK", "TV", "AI", "CEO", "COVID", "Covid", "Mr", "Mrs", "Ms", "Internet"]
)
SAID = re.compile(r"\s*,?\s*(?:said|says|told|added|asked|wrote|tweeted|warned|argued|insisted|who)\b")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with its place; `first` where it begins its sentence."""

    start: int
    end: int
    surface: str
    first: bool = False

    @property
    def low(self) -> str:
        return self.surface.lower()


@dataclass(frozen=True, slots=True)
class _Lists:
    titles: frozenset[str]
    before_titles: frozenset[str]
    given: frozenset[str]
    particles: frozenset[str]
    organisation_words: frozenset[str]
    place_words: frozenset[str]
    nationalities: frozenset[str]
    known: dict[str, NameKind]
    aliases: dict[str, str]
    ordinary: frozenset[str]
    calendar: frozenset[str]


@cache
def _lists() -> _Lists:
    people, organisations, places = sections("people"), sections("organisations"), sections("places")
    dates = sections("dates")
    known: dict[str, NameKind] = dict.fromkeys(organisations["known"], "organisation")
    for section in ("countries", "regions", "states", "cities"):
        known |= dict.fromkeys(places[section], "place")
    aliases: dict[str, str] = {}
    for kind, lists in (("organisation", organisations), ("place", places)):
        pairs = dict(line.split(" = ") for line in lists["aliases"])
        known |= dict.fromkeys([*pairs, *pairs.values()], kind)  # type: ignore[arg-type]  # both are kinds
        aliases |= pairs
    return _Lists(
        titles=frozenset(people["titles"]),
        before_titles=frozenset(people["before titles"]),
        given=frozenset(people["given names"]),
        particles=frozenset(people["name particles"]),
        organisation_words=frozenset(organisations["words"]),
        place_words=frozenset(places["words"]),
        nationalities=frozenset(places["nationalities"]),
        known=known,
        aliases=aliases,
        ordinary=frozenset(sections("starters")["starters"]) | frozenset(sections("function_words")["function words"]),
        calendar=frozenset({*dates["months"], *dates["weekdays"]}),
    )


def names(text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """The named things of `text` in order, each with the fullest form of its name in the text.

    Names of countries and the like that have many forms are given their usual full one.
    """
    return _Finder(text, sentences).names()


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention before short forms are joined to full ones; `sure` where its kind is known, not guessed."""

    start: int
    end: int
    surface: str
    kind: NameKind
    sure: bool


class _Finder:
    """Finds the names of one text: in its prose first, then in its headlines."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._lists = _lists()
        self._lower = frozenset(re.findall(r"(?<![\w'’-])[a-z]{2,}(?![\w'’-])", text))
        prose: list[list[_Word]] = []
        headlines: list[list[_Word]] = []
        for sentence in sentences:
            words = list(_words(text, sentence))
            (headlines if _headline(words) else prose).append(words)
        self._prose, self._headlines = prose, headlines
        self._inside = frozenset(
            word.surface
            for words in prose
            for word in words[1:]
            if word.surface[0].isupper() and word.low not in self._lists.ordinary
        )

    def names(self) -> tuple[Name, ...]:
        found = [it for words in self._prose for run in self._runs(words) for it in self._parts(run)]
        joined = _joined(found, self._lists.aliases)
        joined += self._in_headlines(joined)
        return tuple(sorted(joined, key=lambda name: name.start))

    def _runs(self, words: list[_Word]) -> Iterator[list[_Word]]:
        """The runs of capitalised words of a sentence, as far as they may name something."""
        run: list[_Word] = []
        for place, word in enumerate(words):
            if run and not self._joins(run[-1], word, words, place):
                yield self._trimmed(run)
                run = []
            if run or self._begins(word, words, place):
                run.append(word)
        yield self._trimmed(run)

    def _begins(self, word: _Word, words: list[_Word], place: int) -> bool:
        if not word.surface[0].isupper() or word.surface in NO_NAMES or word.low in self._lists.calendar:
            return False
        if not word.first:
            return word.low not in self._lists.ordinary or word.surface.isupper()
        if word.low in self._lists.ordinary and word.surface != "US":
            return False
        following = words[place + 1].surface if place + 1 < len(words) else ""
        return self._plausible(word, following)

    def _plausible(self, word: _Word, following: str) -> bool:
        """Whether the first word of a sentence is capitalised for more than its place."""
        lists = self._lists
        if word.surface in lists.known or word.low in lists.given or word.surface in self._inside:
            return True
        if word.low in self._lower:
            return False
        if word.low in lists.titles or word.surface in lists.nationalities or word.surface.isupper():
            return True
        return following[:1].isupper() and not word.low.endswith(("ing", "ed", "ly"))

    def _joins(self, last: _Word, word: _Word, words: list[_Word], place: int) -> bool:
        """Whether a word goes on with the run that ends in `last`."""
        gap = self._text[last.end : word.start]
        initial = len(last.surface) == 1 or last.low in self._lists.titles
        if gap != " " and not (gap == ". " and initial):
            return False
        if word.surface[0].isupper():
            return word.low not in self._lists.calendar and word.surface not in NO_NAMES
        following = words[place + 1].surface if place + 1 < len(words) else ""
        if word.surface == "&" or word.surface in self._lists.particles:
            return following[:1].isupper()
        belongs = last.low in self._lists.organisation_words or last.low in LINKS
        far = following == "the" and words[place + 2 :] and words[place + 2].surface[0].isupper()
        return word.surface in LINKS and belongs and bool(following[:1].isupper() or far)

    def _trimmed(self, run: list[_Word]) -> list[_Word]:
        """The run without links and ordinary words at its end."""
        while run and not run[-1].surface[0].isupper():
            run = run[:-1]
        return run

    def _parts(self, run: list[_Word]) -> Iterator[_Found]:
        """The names in a run, without the titles and nationalities between them."""
        while run:
            length = self._known_prefix(run)
            if length and length < len(run) and self._splits(run, length):
                yield self._found(run[:length], self._lists.known[_phrase(run[:length])], sure=True)
                run = run[length:]
                continue
            title = self._title(run)
            if title == len(run):
                return
            if title:
                yield self._found(run[title:], "person", sure=True)
                return
            if run[0].surface in self._lists.nationalities and not self._organised(run):
                run = run[1:]
                continue
            yield from self._classified(run)
            return

    def _known_prefix(self, run: list[_Word]) -> int:
        for length in range(min(4, len(run)), 0, -1):
            if _phrase(run[:length]) in self._lists.known:
                return length
        return 0

    def _splits(self, run: list[_Word], length: int) -> bool:
        """Whether the known name at the start of a run is a name of its own: "US | President Trump"."""
        rest = run[length:]
        if self._title(rest) or self._known_prefix(rest):
            return not self._organised(rest) or bool(self._title(rest))
        return self._lists.known[_phrase(run[:length])] == "place" and rest[0].low in self._lists.given

    def _title(self, run: list[_Word]) -> int:
        """How many words at the start of a run are a title."""
        lists, end = self._lists, 0
        for place, word in enumerate(run):
            low = word.low.rstrip(".")
            if low in lists.titles:
                end = place + 1
            elif low not in lists.before_titles and word.surface not in lists.nationalities:
                break
        return 0 if self._organised(run[end:]) and end < len(run) else end

    def _organised(self, run: list[_Word]) -> bool:
        return bool(run) and (run[-1].low in self._lists.organisation_words or _phrase(run) in self._lists.known)

    def _classified(self, run: list[_Word]) -> Iterator[_Found]:
        parts = run[0].surface.split("-") if len(run) == 1 else []
        if len(parts) > 1 and all(part in self._lists.known for part in parts):
            start = run[0].start
            for part in parts:
                yield _Found(start, start + len(part), part, self._lists.known[part], sure=True)
                start += len(part) + 1
            return
        kind, sure = self._kind(run)
        yield self._found(run, kind, sure=sure)

    def _kind(self, run: list[_Word]) -> tuple[NameKind, bool]:
        lists, phrase = self._lists, _phrase(run)
        if phrase in lists.known:
            return lists.known[phrase], True
        lows = [word.low for word in run]
        if lows[-1] in lists.organisation_words or (LINKS.intersection(lows) and lows[0] in lists.organisation_words):
            return "organisation", True
        if len(run) > 1 and (lows[-1] in lists.place_words or lows[0] in ("lake", "mount", "cape", "gulf", "port")):
            return "place", True
        if len(run) == 1 and len(phrase) > 1 and phrase.isupper():
            return "organisation", False
        return ("person", True) if self._person(run, lows) else ("other", False)

    def _person(self, run: list[_Word], lows: list[str]) -> bool:
        if not 2 <= len(run) <= 5:
            return False
        if lows[0] in self._lists.given or any(len(low) == 1 for low in lows[:-1]):
            return True
        if not self._lists.particles.isdisjoint(lows[:-1]) or SAID.match(self._text, run[-1].end):
            return True
        return _last_word(self._text, run[0].start) in self._lists.titles

    def _found(self, run: list[_Word], kind: NameKind, *, sure: bool) -> _Found:
        return _Found(run[0].start, run[-1].end, self._text[run[0].start : run[-1].end], kind, sure)

    def _in_headlines(self, body: Sequence[Name]) -> list[Name]:
        """The names of the prose, and the well-known ones, where headlines repeat them."""
        phrases = {
            phrase: (kind, self._lists.aliases.get(phrase, phrase)) for phrase, kind in self._lists.known.items()
        }
        phrases |= {self._text[name.start : name.end]: (name.kind, name.canonical) for name in body}
        found = []
        for words in self._headlines:
            at = 0
            while at < len(words):
                length = next(
                    (n for n in range(min(5, len(words) - at), 0, -1) if _phrase(words[at : at + n]) in phrases), 0
                )
                if length:
                    kind, canonical = phrases[_phrase(words[at : at + length])]
                    found.append(Name(words[at].start, words[at + length - 1].end, kind, canonical))
                at += length or 1
        return found


def _words(text: str, sentence: Sentence) -> Iterator[_Word]:
    for match in WORD.finditer(text, sentence.start, sentence.end):
        surface = match.group()
        end = match.end()
        if surface.endswith(("'s", "’s", "'S", "’S")):
            surface, end = surface[:-2], end - 2
        yield _Word(match.start(), end, surface, first=not text[sentence.start : match.start()].strip(" \"'“‘«([—–-"))


def _headline(words: Sequence[_Word]) -> bool:
    long = [word for word in words if len(word.surface) > 3]
    return len(long) >= FEWEST and sum(word.surface[0].isupper() for word in long) >= HEADLINE * len(long)


def _phrase(run: Sequence[_Word]) -> str:
    return " ".join(word.surface for word in run)


def _last_word(text: str, position: int) -> str:
    before = text[max(0, position - 30) : position].split()
    return before[-1].lower().strip(",") if before else ""


def _joined(found: Sequence[_Found], aliases: dict[str, str]) -> list[Name]:
    """The mentions with their fullest forms."""
    people = _FullNames(it.surface for it in found if it.kind == "person")
    organisations = _Organisations({it.surface for it in found if it.kind == "organisation"})
    names = []
    for it in found:
        kind, canonical = it.kind, aliases.get(it.surface, it.surface)
        if kind == "person" or not it.sure:
            person = people.full(it.surface)
            if person:
                kind, canonical = "person", person
        if kind in ("organisation", "other") and it.surface not in aliases:
            full = organisations.full(it.surface)
            if full:
                kind, canonical = "organisation", full
        names.append(Name(it.start, it.end, kind, canonical))
    return names


class _FullNames:
    """People by the last and the first part of their names."""

    def __init__(self, surfaces: Iterator[str] | Sequence[str]) -> None:
        self._by_last: dict[str, str] = {}
        self._by_first: dict[str, str] = {}
        for surface in surfaces:
            parts = surface.split()
            if len(parts) > 1:
                self._keep(self._by_last, parts[-1], surface)
                self._keep(self._by_first, parts[0], surface)

    @staticmethod
    def _keep(table: dict[str, str], part: str, surface: str) -> None:
        if len(surface) > len(table.get(part, "")):
            table[part] = surface

    def full(self, surface: str) -> str:
        """The full form of a person's name; "" where there is none."""
        parts = surface.split()
        last = self._by_last.get(parts[-1], "")
        if len(parts) == 1:
            return last or self._by_first.get(surface, "")
        return (
            last
            if last.split()[:1] == parts[:1]
            else surface
            if surface in (last, self._by_first.get(parts[0]))
            else ""
        )


class _Organisations:
    """Organisations by their first words and by their initials."""

    def __init__(self, surfaces: set[str]) -> None:
        self._full: dict[str, str] = {}
        for surface in sorted(surfaces, key=len):
            words = surface.split()
            for length in range(1, len(words)):
                self._full[" ".join(words[:length])] = surface
            initials = "".join(word[0] for word in words if word[0].isupper())
            if len(initials) > 1:
                self._full[initials] = surface

    def full(self, surface: str) -> str:
        """The full form of an organisation's name; "" where there is none."""
        return self._full.get(surface, "")
