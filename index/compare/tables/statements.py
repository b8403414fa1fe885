"""The quotation table: who is quoted by whom, and whose quotation is cut.

Articles carry one statement where their quotations have a run of words in common: what stands in quotation marks are
the words that were said, so that likeness of meaning is not enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from index.compare.likeness.prepared import CONTENT
from index.compare.passages import Subject
from index.model import Quotation, Quoted
from index.text.rarity import rarity
from index.text.words import fold, stem, words

RUN = 5  # words in a row that quotations of one statement share, or all words of a shorter one
LONG_RUN = 8  # the same where the articles name different speakers
TELLING = 2  # content words among them, or else anybody might have said it
CUT = 0.7  # a quotation that has fewer of the longest one's words than this has been cut
BRIEF = 3  # shorter direct quotations are scare quotes or names


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation, the article that has it, its words, and their runs of `BRIEF` to tell quickly who shares none."""

    article: int
    quotation: Quotation
    words: tuple[str, ...]
    runs: frozenset[tuple[str, ...]]


def statements(subjects: Sequence[Subject]) -> tuple[Quoted, ...]:
    """Every direct quotation once, with all articles that carry it; those that several carry first."""
    rows: list[list[_Said]] = []
    for n, subject in enumerate(subjects):
        for said in _said(n, subject):
            _file(rows, said)
    quoted = [_quoted(row, len(subjects)) for row in rows]
    return tuple(sorted(quoted, key=lambda q: -sum(cell is not None for cell in q.cells)))


def _said(n: int, subject: Subject) -> Iterator[_Said]:
    for quotation in subject.listed([q for q in subject.analysis.quotations if q.direct]):
        found = tuple(map(fold, words(subject.text[quotation.start : quotation.end])))
        if len(found) >= BRIEF:
            runs = zip(*(found[start:] for start in range(BRIEF)), strict=False)
            yield _Said(n, quotation, found, frozenset(runs))


def _file(rows: list[list[_Said]], said: _Said) -> None:
    """Put it with the row that has it from other articles, or into one of its own."""
    for row in rows:
        others = {other.article for other in row}
        if said.article not in others and any(_one_statement(said, other) for other in row):
            row.append(said)
            return
    rows.append([said])


def _one_statement(a: _Said, b: _Said) -> bool:
    if a.runs.isdisjoint(b.runs):
        return False
    match = SequenceMatcher(None, a.words, b.words, autojunk=False).find_longest_match()
    if not _agree(a.quotation.speaker, b.quotation.speaker):
        return match.size >= LONG_RUN
    run = a.words[match.a : match.a + match.size]
    telling = sum(rarity(stem(word)) >= CONTENT for word in run) >= TELLING
    return match.size == min(len(a.words), len(b.words)) or (match.size >= RUN and telling)


def _agree(a: str, b: str) -> bool:
    """Whether two articles may mean one speaker: the same last name, or one of them has no name."""
    return not a[:1].isupper() or not b[:1].isupper() or fold(a.split()[-1]) == fold(b.split()[-1])


def _quoted(row: Sequence[_Said], articles: int) -> Quoted:
    sizes = [len(said.words) for said in row]
    by_article = {said.article: said.quotation for said in row}
    return Quoted(
        speaker=_speakers([said.quotation.speaker for said in row]),
        cells=tuple(by_article.get(n) for n in range(articles)),
        cut=min(sizes) < CUT * max(sizes),
    )


def _speakers(named: Sequence[str]) -> str:
    """The speaker by the fullest name; all of them where the articles disagree."""
    kept: list[str] = []
    for name in sorted(filter(None, named), key=lambda name: (not name[0].isupper(), -len(name))):
        if not any(_agree(name, other) for other in kept):
            kept.append(name)
    return " / ".join(kept)
