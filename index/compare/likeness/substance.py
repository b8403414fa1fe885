"""What a sentence says, apart from who says it: only that can make two sentences one statement.

Two sentences that share their speaker, or the ship and the rock that a whole story is about, look alike to a
model of overlap. The bars were set by reading every pair that the model takes for one statement in comparisons
of full articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from index.compare.likeness.prepared import CONTENT, weigh
from index.compare.likeness.voices import Voices, voices
from index.model import Name, Quotation, Sentence, Span
from index.text.lists import sections
from index.text.rarity import rarity
from index.text.words import spans, stem

MATTER = 0.12  # share of the slighter sentence's words that makes a common matter
# Share of the slighter sentence's substance that the other has, times the probability of one statement.
CORE = 0.2
WHOLE = 0.45  # the same with names counted, where more than the names is shared
NEARLY_ALL = 0.75  # share of the substance from which the tense doesn't matter
WORDS = 2  # words besides names that must be shared for names to count

_ROLES = frozenset(stem(word) for title in ("titles", "before titles") for word in sections("people")[title])
# What describes a person: ", who has sailed for 22 years," and "the museum's director,".
_AFTER = re.compile(r",\s(?:who|whose|an?|the|its|his|her|their|former|\d+|\w+['’]s)\b[^,;:.“”\"]{0,90}")
_BEFORE = re.compile(r"(?:[\w’'-]+ ){1,7}?[\w’'-]+,\s$")
_DESCRIBED = 60  # characters before a name in which that may stand
_AHEAD = re.compile(
    r"\W*(?:[\w’'-]+\W+){0,8}?(?:will|(?:is|are|was|were) (?:\w+ )?(?:expected|likely|due|planned|going))\b",
    re.IGNORECASE,
)  # in the main clause, that is among the first words
_DENIES = re.compile(
    r"\b(?:not|never|cannot|den(?:y|ied|ies)|refut\w+)\b|n['’]t\b"
    r"|\b(?:discount|dismiss|reject)\w* (?:the )?(?:rumou?r|claim|report)s\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b\w{2,}ed\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Substance:
    """The content stems of a sentence without speakers, cues and descriptions of people: `core` without names,
    `names` alone; `words` with all of them. The weights sum their rarities. `ahead`: it tells of what is to come;
    `done`: of what somebody did; `denies`: of what is not so. `voices` are those who speak and are named."""

    core: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    core_weight: float
    words_weight: float
    ahead: bool
    done: bool
    denies: bool
    voices: Voices


def substance(text: str, sentence: Sentence, names: Sequence[Name], quotations: Iterable[Quotation]) -> Substance:
    """The substance of one sentence of `text`; `names` and `quotations` are those that stand in it."""
    people = [name for name in names if name.kind == "person"]
    said = list(quotations)
    left_out = [span for person in people for span in _described(text, sentence, person)]
    left_out += [span for q in said for span in (q.speaker_span, q.cue_span) if span is not None]
    covered = {offset for span in left_out for offset in range(span.start, span.end)}
    told = text[sentence.start : sentence.end]
    found = [(start, word, one) for start, _, word in spans(told) if rarity(one := stem(word)) >= CONTENT]
    named = {one for start, word, one in found if start and word[0].isupper()}
    named |= {stem(word) for name in names for word in text[name.start : name.end].split()}
    words = {one for start, _, one in found if sentence.start + start not in covered}
    core = frozenset(words - named - _ROLES)
    every = frozenset(one for _, _, one in found if one not in _ROLES)
    return Substance(
        core=core,
        names=frozenset(words & named),
        words=every,
        core_weight=weigh(core),
        words_weight=weigh(every),
        ahead=bool(_AHEAD.match(told)),
        done=bool(_DONE.search(told)),
        denies=bool(_DENIES.search(told)),
        voices=voices([(sentence.start + start, one) for start, _, one in found], people, said),
    )


def on_one_matter(a: Substance, b: Substance) -> bool:
    """Whether two sentences have more in common than who says it, and more than a word by the way."""
    shared = (a.core | a.names) & b.words | (b.core | b.names) & a.words
    return weigh(shared) > MATTER * min(a.words_weight, b.words_weight)


def shared_weight(a: Substance, b: Substance) -> float:
    """The rarities of the words that both have, without names."""
    return weigh(a.core & b.core)


def says_the_same(a: Substance, b: Substance, statement: float) -> bool:
    """Whether two sentences, one statement with the probability `statement`, share enough of what they say.

    What is to come isn't what was done, unless hardly a word differs.
    """
    core = shared_weight(a, b) / max(1.0, min(a.core_weight, b.core_weight))
    if a.ahead != b.ahead and (a.done if b.ahead else b.done) and core < NEARLY_ALL:
        return False
    if core * statement >= CORE:
        return True
    return len(a.core & b.core) >= WORDS and _share(a.core | a.names, b.core | b.names) * statement >= WHOLE


def _described(text: str, sentence: Sentence, person: Name) -> list[Span]:
    """The descriptions of a person on either side of the name."""
    found = []
    after = _AFTER.match(text, person.end, sentence.end)
    if after:
        found.append(Span(*after.span()))
    first = max(sentence.start, person.start - _DESCRIBED)
    before = _BEFORE.search(text, first, person.start)
    if before:
        found.append(Span(*before.span()))
    return found


def _share(a: Set[str], b: Set[str]) -> float:
    """The share of the slighter one's weight that the other has."""
    return weigh(a & b) / max(1.0, min(weigh(a), weigh(b)))
