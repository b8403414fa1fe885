"""The claim matrix: the main statements of the story, and how each article treats them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.compare.alignment.candidates import Pair, Place
from index.compare.alignment.groups import AGAIN, Link
from index.compare.passages import Subject
from index.model import Cell, DifferenceKind, MatrixRow, Row, Span, Treatment

MOST = 20  # claims listed where the caller names none
SHOWN: frozenset[DifferenceKind] = frozenset(
    ("number", "date", "name")
)  # differences whose values speak for themselves


@dataclass(frozen=True, slots=True)
class _Claim:
    """A sentence, and the row that says most about it."""

    place: Place
    row: Row

    @property
    def key(self) -> tuple[int, ...]:
        """What claims that are one line have in common: the row, unless it is of several statements."""
        return (id(self.row), *self.place) if self.row.relation == "related" else (id(self.row),)


def matrix(
    rows: Sequence[Row],
    subjects: Sequence[Subject],
    links: Mapping[Pair, Link],
    claims: Sequence[Sequence[Span]] | None,
) -> tuple[MatrixRow, ...]:
    """One line a claim. `claims` has, for each article, the spans of its key claims, best first; without it
    the rows that most articles carry, that state figures and that stand early count most."""
    found = _ranked(rows, subjects)[:MOST] if claims is None else _named(rows, subjects, claims)
    lines: dict[tuple[int, ...], _Claim] = {}
    for claim in found:
        lines.setdefault(claim.key, claim)
    partners = _partners(links, {claim.place for claim in lines.values()})
    return tuple(_distinct(_line(claim, partners[claim.place], subjects) for claim in lines.values()))


def _distinct(lines: Iterable[MatrixRow]) -> Iterator[MatrixRow]:
    """Without those that have no sentence besides a better claim's: one claim, each article's words for it."""
    seen: list[frozenset[tuple[int, Cell]]] = []
    for line in lines:
        cells = frozenset((n, cell) for n, cell in enumerate(line.cells) if cell is not None)
        if len(cells) == 1 or not any(cells <= others for others in seen):
            yield line
        seen.append(cells)


def _ranked(rows: Sequence[Row], subjects: Sequence[Subject]) -> list[_Claim]:
    """The rows by weight, each in the words of its shortest cell."""
    ranked = sorted(rows, key=lambda row: -_salience(row, subjects))
    return [_Claim(_shortest(row), row) for row in ranked]


def _shortest(row: Row) -> Place:
    places = [(n, cell) for n, cell in enumerate(row.cells) if cell is not None]
    home, cell = min(places, key=lambda place: place[1].end - place[1].start)
    return Place(home, cell.sentence)


def _salience(row: Row, subjects: Sequence[Subject]) -> float:
    cells = [(n, cell) for n, cell in enumerate(row.cells) if cell is not None]
    early = max(1 - cell.sentence / max(1, len(subjects[n].sentences)) for n, cell in cells)
    weight = max(subjects[n].prepared[cell.sentence].total for n, cell in cells)
    return 2.0 * (len(cells) - 1) + early + min(1.0, weight / 60) + len(row.differences)


def _named(rows: Sequence[Row], subjects: Sequence[Subject], claims: Sequence[Sequence[Span]]) -> Iterator[_Claim]:
    """The claims that fall in a row, best claims of every article first."""
    for rank in range(max(map(len, claims), default=0)):
        for home, spans in enumerate(claims):
            if rank < len(spans):
                row = _telling(rows, home, spans[rank])
                if row is not None:
                    yield _Claim(Place(home, _sentence_at(subjects[home], spans[rank].start)), row)


def _telling(rows: Sequence[Row], home: int, span: Span) -> Row | None:
    """Of the rows that hold the claim, the first that says the same, or else the first that most articles share."""
    holding = [row for row in rows if (cell := row.cells[home]) and cell.start <= span.start < cell.end]
    return max(holding, key=lambda row: (row.relation == "same", len(row.cells) - row.cells.count(None)), default=None)


def _sentence_at(subject: Subject, offset: int) -> int:
    return bisect_right(subject.sentences, offset, key=lambda sentence: sentence.start) - 1


def _partners(links: Mapping[Pair, Link], places: set[Place]) -> dict[Place, dict[int, tuple[Place, Link]]]:
    """For each of `places` the sentence of each other article that is linked to it most closely, and closely enough."""
    found: dict[Place, dict[int, tuple[Place, Link]]] = {place: {} for place in places}
    for pair in sorted(links, key=lambda pair: (not links[pair].same, -links[pair].strength, pair)):
        for place, other in (pair, pair[::-1]):
            if place in found and (links[pair].same or links[pair].strength >= AGAIN):
                found[place].setdefault(other.article, (other, links[pair]))
    return found


def _line(claim: _Claim, partners: Mapping[int, tuple[Place, Link]], subjects: Sequence[Subject]) -> MatrixRow:
    """The claim's row; an article that has no part in it may have a sentence that is linked to the claim."""
    treated = [
        _in_row(claim, n, cell) if cell is not None else _linked(partners.get(n), subjects)
        for n, cell in enumerate(claim.row.cells)
    ]
    sentence = subjects[claim.place.article].sentences[claim.place.sentence]
    return MatrixRow(
        text=subjects[claim.place.article].text[sentence.start : sentence.end],
        cells=tuple(cell for cell, _ in treated),
        states=tuple(state for _, state in treated),
        values=_values(claim.row),
        home=claim.place.article,
    )


def _in_row(claim: _Claim, article: int, cell: Cell) -> tuple[Cell, Treatment]:
    if any(difference.spans[article] for difference in claim.row.differences):
        return cell, "differs"
    return cell, "related" if claim.row.relation == "related" and article != claim.place.article else "present"


def _linked(partner: tuple[Place, Link] | None, subjects: Sequence[Subject]) -> tuple[Cell | None, Treatment]:
    if partner is None:
        return None, "absent"
    place, link = partner
    cell = subjects[place.article].passage((place.sentence,)).cell
    return cell, "present" if link.same else "related"


def _values(row: Row) -> tuple[str, ...]:
    """What each article says of the first thing in which they differ by more than a word."""
    shown = [difference.values for difference in row.differences if difference.kind in SHOWN]
    return shown[0] if shown else ("",) * len(row.cells)
