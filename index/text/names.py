"""Named people, organisations and places of one text, by rules and lists; later short forms join the full one.

A name is a run of capitalised words inside a sentence. Titles and nationalities in front are taken off, the
words of the run and around it say its kind, and a name that is part of a fuller one takes that as canonical.
Headlines, where every word is capitalised, are searched for the names of the prose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.model import Name, NameKind, Sentence
from index.text.name_forms import joined
from index.text.name_kinds import Kinds, phrase
from index.text.name_lists import name_lists
from index.text.name_runs import Run, Runs, headline, words

MOST_WORDS = 5  # of a name looked for in a headline
Known = dict[str, tuple[NameKind, str]]


def names(text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """The named things of `text` in order, each with the fullest form of its name in the text.

    Names of countries and the like that have many forms are given their usual full one.
    """
    lines = [words(text, sentence) for sentence in sentences]
    prose = [line for line in lines if not headline(text, line)]
    runs, kinds = Runs(text, prose), Kinds(text)
    mentions = [mention for line in prose for run in runs.of(line) for mention in kinds.mentions(run)]
    found = joined(mentions)
    known = _known(text, found)
    found += (name for line in lines if headline(text, line) for name in _repeated(line, known))
    return tuple(sorted(found, key=lambda name: name.start))


def _known(text: str, found: Sequence[Name]) -> Known:
    """The names that headlines may repeat, by their surface."""
    lists = name_lists()
    known: Known = {surface: (kind, lists.aliases.get(surface, surface)) for surface, kind in lists.known.items()}
    known |= {text[name.start : name.end]: (name.kind, name.canonical) for name in found}
    return known


def _repeated(line: Run, known: Known) -> Iterator[Name]:
    at = 0
    while at < len(line):
        longest = range(min(MOST_WORDS, len(line) - at), 0, -1)
        length = next((length for length in longest if phrase(line[at : at + length]) in known), 0)
        if length:
            kind, canonical = known[phrase(line[at : at + length])]
            yield Name(line[at].start, line[at + length - 1].end, kind, canonical)
        at += length or 1
