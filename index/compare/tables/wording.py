"""The words that one article chooses and the others don't. It shows words and judges nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from index.compare.passages import Subject
from index.model import Article, Wording
from index.text.cues import VERBS
from index.text.lists import sections
from index.text.numbers import ONES
from index.text.rarity import rarity
from index.text.words import stem, words

PLAIN = 1.2  # headline words below this rarity are function words

# A word of a headline, a number, or an amount with its sign and size: "$2.8m", "31 per cent".
_HEADLINE = re.compile(
    r"[$£€¥]?\d+(?:[.,]\d+)*(?:\s?(?:m|bn|million|billion|per cent|percent|%)(?!\w))?|[^\W\d_](?:[\w’'-]*\w)?"
)
_LIGHT = frozenset(sections("function_words")["function words"]) | {"let", "go", "get", "make", "take", "come"}
_SAYING = frozenset(("clause", "speech", "object"))  # what a verb of saying governs
_UNSAID = re.compile(
    r"\b(?:will|would|may|might|can|could|shall|should|must|not|never|be|been|was|were|is|are)\b", re.I
)


def wording(subjects: Sequence[Subject]) -> tuple[Wording, ...]:
    """For each article its own headline words, verbs of saying and loaded adjectives, in text order."""
    headlines = _own(subjects, lambda s: _headline(s.analysis.article), _base)
    cues = _own(subjects, _said, lambda verb: next(cue.lemma for cue in VERBS[verb]))
    loaded = _own(subjects, lambda s: (word for word in words(s.text) if word.lower() in _loaded()), str.lower)
    return tuple(Wording(*each) for each in zip(headlines, cues, loaded, strict=True))


def _own(
    subjects: Sequence[Subject], pick: Callable[[Subject], Iterable[str]], key: Callable[[str], str]
) -> list[tuple[str, ...]]:
    """The picked words of each article that no other article has picked in any form; `key` is what forms share."""
    picked = [{key(word): word for word in reversed(list(pick(subject)))} for subject in subjects]
    owners = [set().union(*(other for m, other in enumerate(picked) if m != n)) for n in range(len(picked))]
    return [
        tuple(word for one, word in reversed(mine.items()) if one not in others)
        for mine, others in zip(picked, owners, strict=True)
    ]


def _headline(article: Article) -> Iterator[str]:
    """The telling words of the headline; one that only repeats the beginning of the text is none."""
    title = article.title.rstrip("….").strip()
    if not article.text.startswith(title):
        for word in _HEADLINE.findall(title):
            if not word[0].isalpha() or (word.lower() not in _LIGHT and rarity(stem(word)) >= PLAIN):
                yield word


def _base(word: str) -> str:
    """What the forms of a headline word share: "met" and "meet", "six" and "6"."""
    lower = word.lower().replace("’", "'").removesuffix("'s")
    if lower in ONES:
        return str(ONES[lower])
    return _irregular().get(lower) or stem(lower)


def _said(subject: Subject) -> Iterator[str]:
    """The verbs by which somebody is said to say something."""
    for quotation in subject.analysis.quotations:
        if quotation.speaker_span is not None and not _UNSAID.search(quotation.cue):
            yield from (verb for verb in words(quotation.cue.lower()) if _is_saying(verb))


def _is_saying(verb: str) -> bool:
    return any(cue.frame in _SAYING and cue.lemma not in _silent() for cue in VERBS.get(verb, ()))


@cache
def _silent() -> frozenset[str]:
    return frozenset(word for line in _lines("silent.txt") for word in line.split())


@cache
def _loaded() -> frozenset[str]:
    lines = _lines("loaded.txt")
    return frozenset(form for line in lines for word in line.split() for form in (word, f"{word}ly"))


@cache
def _irregular() -> dict[str, str]:
    verbs = (verb.split() for line in _lines("irregular.txt") for verb in line.split(";"))
    return {form: base for base, *forms in verbs for form in (base, *forms)}


def _lines(name: str) -> list[str]:
    text = (files("index.compare.tables") / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
