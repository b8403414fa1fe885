"""Counts the words and phrases of `lexicon.txt` in a sentence, section by section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from index.text.lists import sections
from index.text.words import stem

# Sections of content words, which count in all their forms, except those marked "="; the others only as they stand.
_OPEN = frozenset({"judging words", "partisan words", "loaded verbs", "decisions", "public matters"})

_UNDONE = frozenset(("not", "never", "behind", "for"))  # “not signed”, “behind closed doors”, “for granted”

Entry = tuple[tuple[str, ...], str]


def _sections() -> dict[str, tuple[str, ...]]:
    return sections("lexicon", Path(__file__).parent)


def _parts(entry: str) -> tuple[str, ...]:
    """The words of an entry, cut as those of a text are: at hyphens too."""
    return tuple(entry.replace("-", " ").split())


@cache
def _openings() -> frozenset[tuple[str, ...]]:
    return frozenset(map(_parts, _sections()["opens furniture"]))


@cache
def _tables() -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, list[Entry]]]:
    """Sections by word as it stands, sections by stem, and phrases with their section by first word."""
    words: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    phrases: dict[str, list[Entry]] = {}
    for section, entries in _sections().items():
        for entry in entries:
            first, *rest = _parts(entry)
            if rest:
                phrases.setdefault(first, []).append(((first, *rest), section))
            elif section in _OPEN and not first.startswith("="):
                known = stems.setdefault(stem(first), [])
                known += [section] if section not in known else []
            else:
                words.setdefault(first.removeprefix("="), []).append(section)
    return words, stems, phrases


def _hits(words: Sequence[str]) -> Iterator[str]:
    by_word, by_stem, phrases = _tables()
    for position, word in enumerate(words):
        yield from by_word.get(word, ())
        found = by_stem.get(stem(word), ()) if word.islower() else ()  # a name that is written like a word
        yield from found
        if "decisions" in found and _done(words, position):
            yield "decisions taken"
        for phrase, section in phrases.get(word, ()):
            if tuple(words[position : position + len(phrase)]) == phrase:
                yield section


def _done(words: Sequence[str], position: int) -> bool:
    """Whether a verb of the decisions tells of one that is taken, rather than wished for, refused or talked of."""
    before, after = words[position - 1 : position], words[position + 1 : position + 2]
    if before == ["will"]:
        return True
    said = words[position] == "charged" and after == ["that"]
    return words[position].endswith("ed") and not said and _UNDONE.isdisjoint(before)


def counts(words: Sequence[str]) -> Counter[str]:
    """How often each section occurs in `words`, which are in lower case with plain apostrophes."""
    return Counter(_hits(words))


def furniture(words: Sequence[str]) -> bool:
    """Whether the words are those of a page, not of its article: “read more”, “follow us”."""
    opens = any(tuple(words[: len(phrase)]) == phrase for phrase in _openings())
    return opens or "furniture" in _hits(words)
