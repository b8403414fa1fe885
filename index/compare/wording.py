"""The words that one article chooses and the others don't. It shows words and judges nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files

from index.compare.passages import Subject
from index.model import Wording
from index.text.rarity import rarity
from index.text.words import stem, words

PLAIN = 1.2  # headline words below this rarity are function words


def wording(subjects: Sequence[Subject]) -> tuple[Wording, ...]:
    """For each article its own headline words, reporting verbs and loaded adjectives, in text order."""
    headlines = _own(subjects, lambda s: words(s.analysis.article.title), lambda stem: rarity(stem) >= PLAIN)
    cues = _own(subjects, lambda s: [q.cue for q in s.analysis.quotations if q.cue], lambda _: True)
    loaded = _own(subjects, lambda s: words(s.text), lambda stem: stem in _loaded())
    return tuple(Wording(*each) for each in zip(headlines, cues, loaded, strict=True))


def _own(
    subjects: Sequence[Subject], pick: Callable[[Subject], Iterable[str]], wanted: Callable[[str], bool]
) -> list[tuple[str, ...]]:
    """The picked words of each article whose stems no other article's picked words have."""
    picked = [{stem(word): word for word in reversed(list(pick(subject)))} for subject in subjects]
    owners = [set().union(*(other for m, other in enumerate(picked) if m != n)) for n in range(len(picked))]
    return [
        tuple(word for key, word in reversed(mine.items()) if key not in others and wanted(key))
        for mine, others in zip(picked, owners, strict=True)
    ]


@cache
def _loaded() -> frozenset[str]:
    text = (files("index.compare") / "loaded.txt").read_text(encoding="utf-8")
    return frozenset(stem(word) for line in text.splitlines() if not line.startswith("#") for word in line.split())
