"""Finds the reporting verbs of a sentence, telling them from the nouns and names that look the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.text.cues import VERBS, Cue
from index.text.name_lists import name_lists
from index.text.nouns import plural
from index.text.phrases import QUOTE
from index.text.syntax import AUXILIARY, BE, DETERMINER, MODAL, PRONOUN, WORDS, Syntax

_GERUND = frozenset(("by", "of", "for", "in", "from"))
_BEFORE_PARTICIPLE = WORDS["before a participle"] | {","}
_CONTRACTED = frozenset(("it's", "he's", "she's"))
_SINGULAR = frozenset(("he", "she", "it", "one"))
_INFINITE_BE = frozenset(("be", "been", "being"))
_SAID = frozenset(("that", ":", QUOTE))
_GROUPING = WORDS["names a group of states"]
_AFTER_SUBJECT = frozenset((",", ")", "%", "."))
_NOT_SUBJECT = DETERMINER | WORDS["joins clauses"]
_GOVERNED = WORDS["after a verb"] | PRONOUN | {QUOTE}


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its group with auxiliaries is `start`..`end`, the verb itself stands at `place`."""

    cue: Cue
    start: int
    place: int
    end: int


def verbs(syntax: Syntax) -> Iterator[Verb]:
    """The reporting verbs in text order, with the particle they need."""
    for place, low in enumerate(syntax.low):
        for cue in VERBS.get(low, ()):
            end = place + 1 + bool(cue.particles)
            if cue.particles and syntax.at(place + 1) not in cue.particles:
                continue
            if _is_verb(syntax, cue, place):
                yield Verb(cue, syntax.group(place), place, end)
                break


def _is_verb(syntax: Syntax, cue: Cue, place: int) -> bool:
    before = syntax.at(place - 1)
    if before in {"-", "–"}:
        return False
    if before in DETERMINER and not (cue.form == "ing" and before in _GERUND):
        return before == "that" and cue.form != "ing" and not cue.noun
    if before.endswith(("'s", "s'")) and before not in _CONTRACTED:
        return cue.form == "ing" and before != "'s"
    if cue.form == "ing":
        return not cue.noun or before in _BEFORE_PARTICIPLE or before in BE or before.endswith("ly") or not before
    if cue.form == "participle":
        return not AUXILIARY.isdisjoint(syntax.low[syntax.group(place) : place])
    return cue.form == "past" or _agrees(syntax, cue, place)


def _agrees(syntax: Syntax, cue: Cue, place: int) -> bool:
    """Whether a form that may be a noun or an infinitive follows what makes it a finite verb."""
    start = syntax.group(place)
    before, auxiliaries = syntax.at(start - 1), syntax.low[start:place]
    if any(word in MODAL or word.endswith("n't") for word in auxiliaries):
        return "to" not in auxiliaries and not (cue.form == "base" and _INFINITE_BE & set(auxiliaries))
    if before in PRONOUN:
        return before == "who" or (cue.form == "s") == (before in _SINGULAR)
    if cue.form == "base" and syntax.capital(start - 1) and not before.endswith("s"):
        return "and" in syntax.low[max(0, start - 4) : start]
    if not cue.noun:
        return before not in _NOT_SUBJECT and (before[:1].isalnum() or before in _AFTER_SUBJECT)
    if cue.lemma == "state":
        return cue.form == "s" and syntax.capital(start - 1) and _states(syntax, place, before)
    agrees = syntax.capital(start - 1) if cue.form == "s" else plural(before)
    return agrees and not syntax.capital(place) and _governs(syntax, place + 1)


def _states(syntax: Syntax, place: int, before: str) -> bool:
    """Whether “states” is a verb: “the Baltic states, the islands and …” has what else tells one."""
    several = before in _GROUPING or before.title() in name_lists().nationalities
    return not several and syntax.at(place + 1) in _SAID


def _governs(syntax: Syntax, place: int) -> bool:
    """Whether what stands at `place` may follow a verb, but hardly a noun."""
    return syntax.at(place) in _GOVERNED or syntax.capital(place)
