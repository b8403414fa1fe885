"""Who speaks in a sentence and of whom it tells: the same words of another person are another statement."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from index.compare.likeness.prepared import weigh
from index.model import Name, Quotation
from index.text.words import stem

VERY_WORDS = 0.8  # share of the slighter quotation's weight that is the other's too
QUOTED = 5.0  # rarities of such words: "disgraceful", not "many people"
WORDS = 2  # such words at least where it isn't known that the speaker is one
LONG_QUOTED = 15.0  # the same where the articles name different speakers

_VIEW = re.compile(r"argu|belie|contend|counter|insist|suggest|think|thought", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voices:
    """Stems, of names the last word: those who speak, those who do so by name, and all `people` that are named;
    the content words between quotation marks, and all `words`. `view`: somebody tells what they think."""

    speakers: frozenset[str]
    named: frozenset[str]
    people: frozenset[str]
    quoted: frozenset[str]
    words: frozenset[str]
    view: bool


def voices(found: Sequence[tuple[int, str]], people: Sequence[Name], quotations: Sequence[Quotation]) -> Voices:
    """The voices of one sentence with the content stems `found`, each with its offset."""
    speakers = [quotation.speaker for quotation in quotations if quotation.speaker]
    return Voices(
        speakers=frozenset(map(_last, speakers)),
        named=frozenset(_last(speaker) for speaker in speakers if speaker.split()[-1][0].isupper()),
        people=frozenset(_last(person.canonical) for person in people),
        quoted=frozenset(
            one for offset, one in found if any(q.direct and q.start <= offset < q.end for q in quotations)
        ),
        words=frozenset(one for _, one in found),
        view=any(_VIEW.search(quotation.cue) for quotation in quotations),
    )


def _quoted(offset: int, quotations: Sequence[Quotation]) -> bool:
    return any(quotation.direct and quotation.start <= offset < quotation.end for quotation in quotations)


def of_others(a: Voices, b: Voices) -> bool:
    """Whether each tells of persons and they are others, or what one thinks and what another says.

    One player's injury is not the next one's, and what an official and a rescuer report may be one fact, but what
    a senator and some scholars think are two.
    """
    if a.people and b.people and a.people.isdisjoint(b.words) and b.people.isdisjoint(a.words):
        return True
    return (a.view or b.view) and bool(a.named or b.named) and _differ(a.speakers, b.speakers)


def in_their_words(a: Voices, b: Voices) -> bool:
    """Whether both quote the very words of what may be one speaker, or so many that it must be one."""
    shared, slighter = a.quoted & b.quoted, min(weigh(a.quoted), weigh(b.quoted))
    if len(shared) < WORDS and a.named.isdisjoint(b.named):
        return False
    enough = LONG_QUOTED if _differ(a.named, b.named) else QUOTED
    return weigh(shared) > enough and weigh(shared) >= VERY_WORDS * slighter


def _differ(a: Set[str], b: Set[str]) -> bool:
    return bool(a and b) and a.isdisjoint(b)


def _last(name: str) -> str:
    return stem(name.split()[-1])
