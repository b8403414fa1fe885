"""The verbs and phrases that attribute words to someone: their forms, what they govern, and their stance.

The lists are in `lists/cues.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast, get_args

from index.model import Stance
from index.text.lists import sections

Form = Literal["base", "s", "past", "participle", "ing"]
Frame = Literal["clause", "speech", "infinitive", "object"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a reporting verb.

    `frame` is what its content looks like: a clause or direct speech ("said (that) …"), only direct speech
    ("continued: “…”"), an infinitive
    ("vowed to …") or an object ("criticised the plan"). `noun` tells that the form is as often a noun
    ("claims", "report"). One of the `particles` must follow the verb, if there are any ("pointed out").
    """

    lemma: str
    form: Form
    frame: Frame
    stance: Stance
    noun: bool = False
    particles: tuple[str, ...] = ()


_LISTS = sections("cues")
_IRREGULAR = {entry.split()[0]: entry.split()[1:] for entry in _LISTS["irregular"]}
_NOUNS = frozenset(_LISTS["also nouns"])


def _regular(base: str) -> list[str]:
    if base.endswith("y") and base[-2] not in "aeiou":
        return [base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    if base.endswith("e"):
        return [base + "s", base + "d", (base if base.endswith("ee") else base[:-1]) + "ing"]
    sibilant = base.endswith(("s", "sh", "ch", "x", "z"))
    return [base + ("es" if sibilant else "s"), base + "ed", base + "ing"]


def _forms(base: str) -> Iterator[tuple[Form, str]]:
    third, past, ing = _IRREGULAR.get(base) or _regular(base)
    yield "base", base
    yield "s", third
    for word in past.split("/"):
        yield ("participle" if word.endswith(("n", "ne")) else "past"), word
    yield "ing", ing


def _is_noun(base: str, form: Form, word: str) -> bool:
    return word in _NOUNS or (form == "s" and base in _NOUNS)


def _verbs() -> dict[str, tuple[Cue, ...]]:
    table: dict[str, list[Cue]] = {}
    for title, entries in _LISTS.items():
        frame, _, stance = title.partition(" ")
        if frame in get_args(Frame):
            for entry in entries:
                base, *particles = entry.split("/")
                for form, word in _forms(base):
                    cue = Cue(
                        base,
                        form,
                        cast(Frame, frame),
                        cast(Stance, stance),
                        _is_noun(base, form, word),
                        tuple(particles),
                    )
                    table.setdefault(word, []).append(cue)
    return {word: tuple(sorted(cues, key=lambda cue: not cue.particles)) for word, cues in table.items()}


def _nouns() -> dict[str, Stance]:
    titles = (title for title in _LISTS if title.startswith("noun "))
    return {noun: cast(Stance, title.split()[1]) for title in titles for noun in _LISTS[title]}


VERBS = _verbs()
"""Every form of every reporting verb, in lower case; readings that need a particle come first."""

NOUNS = _nouns()
"""Nouns that carry a claim ("the allegation that …")."""

SOURCE_PHRASES = tuple(tuple(entry.split()) for entry in _LISTS["before a source"])
"""What stands right before a named source ("according to")."""
