"""Two to eight articles side by side: rows of aligned sentences, differences, tables and notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from index.compare.alignment.alone import alone
from index.compare.alignment.candidates import Pair, candidates
from index.compare.alignment.carriers import stated
from index.compare.alignment.groups import Group, Link, groups
from index.compare.alignment.links import links
from index.compare.differences.cells import EQUAL, RELATED, SAME, Checks, differences, distinct
from index.compare.likeness.prepared import CONTENT
from index.compare.likeness.scorer import likeness
from index.compare.passages import LIMIT, Passage, Subject
from index.compare.tables.figures import figures
from index.compare.tables.matrix import matrix
from index.compare.tables.statements import statements
from index.compare.tables.wording import wording
from index.errors import UsageError
from index.model import Analysis, Cell, Comparison, Difference, Quantity, Row, Span
from index.text.rarity import rarity

FEWEST, MOST = 2, 8  # articles
NEARLY = 0.9  # probability of one wording from which passages say a thing in nearly the same words
AKIN = 0.4  # the same from which their words are alike enough for what stands in one slot to be compared
LOOK = 20  # sentences, and words at least, by which the language is judged
FOREIGN = 0.2  # share of little words below which a text is no English

T = TypeVar("T")

Ranking = Callable[[Analysis, Mapping[int, int]], Sequence[Span]]
"""The key claims of an article, best first, given how many others state each sentence that others state."""


def compare(analyses: Sequence[Analysis], *, claims: Ranking | None = None) -> Comparison:
    """Compare the articles; of more than eight, the first eight.

    `claims` may rank each article's key claims for the claim matrix. The result
    doesn't depend on the order of `analyses`, except that every per-article tuple is in that order and the rows
    follow it: what the first article has, as it is read, then what the second has besides, and so on. Limits that
    applied are named in `notes`. Raises UsageError for fewer than two articles.
    """
    if len(analyses) < FEWEST:
        raise UsageError("A comparison needs at least two articles.")
    chosen = analyses[:MOST]
    order = sorted(range(len(chosen)), key=lambda n: _age(chosen[n]))
    subjects = [Subject(chosen[n]) for n in order]
    notes = tuple(dict.fromkeys((*too_many(len(analyses)), *_notes(subjects))))
    return _restored(_compared(subjects, claims, notes), order)


def _compared(subjects: Sequence[Subject], claims: Ranking | None, notes: tuple[str, ...]) -> Comparison:
    pairs, cut = candidates([subject.prepared for subject in subjects])
    linked = links(subjects, pairs)
    rows = tuple(_row(group, subjects) for group in groups([len(s.sentences) for s in subjects], linked))
    if cut:
        notes = (*notes, "The articles are long: only the sentences with most words in common were matched.")
    return Comparison(
        articles=tuple(subject.analysis.article.id for subject in subjects),
        rows=rows,
        figures=figures(subjects, _differing(rows, subjects)),
        quotations=statements(subjects),
        matrix=matrix(rows, subjects, linked, claims and _ranked(claims, subjects, linked)),
        wording=wording(subjects),
        notes=notes,
    )


def _ranked(claims: Ranking, subjects: Sequence[Subject], linked: Mapping[Pair, Link]) -> list[Sequence[Span]]:
    """The key claims of each article, corroborated by the others."""
    said = stated(linked)
    return [
        claims(subject.analysis, {sentence: len(others) for sentence, others in said.get(n, {}).items()})
        for n, subject in enumerate(subjects)
    ]


def _row(group: Group, subjects: Sequence[Subject]) -> Row:
    passages = [subject.passage(run) if run else None for subject, run in zip(subjects, group.cells, strict=True)]
    found = () if group.relation == "only" else differences(passages, subjects, _checks(group, subjects))
    return Row(_cells(group, passages, subjects), group.relation, found)


def _cells(group: Group, passages: Sequence[Passage | None], subjects: Sequence[Subject]) -> tuple[Cell | None, ...]:
    if group.relation != "same":
        return tuple(passage.cell if passage else None for passage in passages)
    clauses = alone(passages, subjects)
    return tuple(
        replace(passage.cell, alone=own) if passage else None for passage, own in zip(passages, clauses, strict=True)
    )


def _checks(group: Group, subjects: Sequence[Subject]) -> Checks:
    """What can be compared: the more, the more the passages have in common."""
    if group.relation == "related":
        return RELATED
    read = [subject.read(run) for subject, run in zip(subjects, group.cells, strict=True) if run]
    found = EQUAL
    for a, b in combinations(read, 2):
        wording = likeness(a, b).wording
        if wording < AKIN:
            return RELATED
        if wording < NEARLY:
            found = SAME
    return found


def _differing(rows: Sequence[Row], subjects: Sequence[Subject]) -> list[tuple[Quantity | None, ...]]:
    """The figures behind the numeric differences."""
    by_span = [{Span(q.start, q.end): q for q in subject.analysis.quantities} for subject in subjects]
    return [
        tuple(by_span[n].get(span) if span else None for n, span in enumerate(difference.spans))
        for difference in distinct(each for row in rows for each in row.differences)
        if difference.kind == "number"
    ]


def _age(analysis: Analysis) -> tuple[bool, float, str, str]:
    article = analysis.article
    published = article.published
    return published is None, published.timestamp() if published else 0.0, article.id, article.text


def too_many(articles: int) -> tuple[str, ...]:
    """The note for so many articles, if they are more than can be compared."""
    return (f"Only the first {MOST} of {articles} articles are compared.",) if articles > MOST else ()


def _notes(subjects: Sequence[Subject]) -> list[str]:
    notes = []
    for subject in subjects:
        total = len(subject.analysis.sentences)
        if not total:
            notes.append(f"“{_title(subject)}” has no text.")
        if total > LIMIT:
            notes.append(f"Only the first {LIMIT:,} of {total:,} sentences of “{_title(subject)}” are compared.")
    if len({subject.analysis.article.id for subject in subjects}) < len(subjects):
        notes.append("An article is compared with itself.")
    notes += [
        f"“{_title(s)}” doesn't read like English: only names and figures can match." for s in subjects if _foreign(s)
    ]
    languages = sorted({s.analysis.article.language.split("-")[0].lower() for s in subjects} - {""})
    if len(languages) > 1:
        notes.append(f"The articles are in different languages ({', '.join(languages)}): few sentences can match.")
    return notes


def _title(subject: Subject) -> str:
    return subject.analysis.article.title or subject.analysis.article.id


def _foreign(subject: Subject) -> bool:
    """Whether the text lacks the little words that make up two fifths of English."""
    stems = [stem for sentence in subject.prepared[:LOOK] for stem in sentence.stems]
    return len(stems) >= LOOK and sum(rarity(stem) < CONTENT for stem in stems) < FOREIGN * len(stems)


def _restored(comparison: Comparison, order: Sequence[int]) -> Comparison:
    """Every per-article tuple from the canonical order back to the caller's, the rows as the first column reads."""

    def back(values: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(values[order.index(n)] for n in range(len(order)))

    return Comparison(
        articles=back(comparison.articles),
        rows=tuple(
            sorted(
                (
                    Row(
                        back(row.cells),
                        row.relation,
                        tuple(Difference(d.kind, back(d.values), back(d.spans)) for d in row.differences),
                    )
                    for row in comparison.rows
                ),
                key=_reading,
            )
        ),
        figures=tuple(replace(figure, cells=back(figure.cells)) for figure in comparison.figures),
        quotations=tuple(replace(quoted, cells=back(quoted.cells)) for quoted in comparison.quotations),
        matrix=tuple(
            replace(
                line,
                cells=back(line.cells),
                states=back(line.states),
                values=back(line.values),
                home=order[line.home],
            )
            for line in comparison.matrix
        ),
        wording=back(comparison.wording),
        notes=comparison.notes,
    )


def _reading(row: Row) -> tuple[int, tuple[int, ...]]:
    """The first column that a row fills, and its sentence in every column; where it is empty, the last of all."""
    places = tuple(cell.sentence if cell else LIMIT for cell in row.cells)
    return next(n for n, cell in enumerate(row.cells) if cell), places
