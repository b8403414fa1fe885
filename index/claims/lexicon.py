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

# After these a decision is only wished for.
_UNDONE = frozenset(("should", "must", "can", "could", "would", "might", "may", "let", "i", "we", "you", "not"))

Entry = tuple[tuple[str, ...], str]


@cache
def _tables() -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, list[Entry]]]:
    """Sections by word as it stands, sections by stem, and phrases with their section by first word."""
    words: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    phrases: dict[str, list[Entry]] = {}
    for section, entries in sections("lexicon", Path(__file__).parent).items():
        for entry in entries:
            first, *rest = entry.split()
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
    before = ""
    for position, word in enumerate(words):
        yield from by_word.get(word, ())
        if before not in _UNDONE:
            yield from by_stem.get(stem(word), ())
        else:
            yield from (section for section in by_stem.get(stem(word), ()) if section != "decisions")
        for phrase, section in phrases.get(word, ()):
            if tuple(words[position : position + len(phrase)]) == phrase:
                yield section
        before = word


def counts(words: Sequence[str]) -> Counter[str]:
    """How often each section occurs in `words`, which are in lower case with plain apostrophes."""
    return Counter(_hits(words))


def furniture(words: Sequence[str]) -> bool:
    """Whether the words are those of a page, not of its article: “read more”, “follow us”."""
    return "furniture" in _hits(words)
