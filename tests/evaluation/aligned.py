"""Articles written for this project with the sentences that an editor takes for one statement."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

DATA = Path(__file__).parent / "data" / "articles.txt"

_SENTENCE = re.compile(r"([A-Z])(\d+): (.+)")
_PAIR = re.compile(r"= ([A-Z])(\d+) ([A-Z])(\d+)")

Sentence = tuple[int, int]
"""The position of an article in its event, and of the sentence in the article."""


@dataclass(frozen=True, slots=True)
class Event:
    """`articles` has the sentences of each article, `same` the pairs of sentences that make one statement."""

    name: str
    articles: list[list[str]] = field(default_factory=list)
    headlines: list[str] = field(default_factory=list)
    same: set[tuple[Sentence, Sentence]] = field(default_factory=set)


def events(path: Path = DATA) -> list[Event]:
    """The events of a file. Raises ValueError for a line that is none of those its head describes."""
    found: list[Event] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("##### "):
            found.append(Event(line.removeprefix("##### ")))
        elif line.startswith("=== "):
            found[-1].articles.append([])
        elif line.startswith("T: "):
            found[-1].headlines.append(line.removeprefix("T: "))
        elif one := _SENTENCE.fullmatch(line):
            _put(found[-1], _place(one[1], one[2]), one[3])
        elif pair := _PAIR.fullmatch(line):
            found[-1].same.add((_place(pair[1], pair[2]), _place(pair[3], pair[4])))
        elif line and not line.startswith("# "):
            raise ValueError(f"{path.name} has a line that says nothing: {line!r}")
    return found


def _put(event: Event, place: Sentence, text: str) -> None:
    if place != (len(event.articles) - 1, len(event.articles[-1])):
        raise ValueError(f"{event.name}: a sentence is out of order: {text!r}")
    event.articles[-1].append(text)


def _place(article: str, sentence: str) -> Sentence:
    return ord(article) - ord("A"), int(sentence)
