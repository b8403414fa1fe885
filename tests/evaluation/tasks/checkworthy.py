"""Check-worthiness in debates: ranks the sentences of each transcript by the check-worthy dimension."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from statistics import fmean, pstdev
from typing import Any

from index.claims.features import Features
from index.claims.model import Linear, shipped
from tests.evaluation.linear import fit, vector
from tests.evaluation.metrics import best_threshold, f1, folds, mean_average_precision
from tests.evaluation.task import Figure, Run

PUBLISHED = {"ct2019": "0.166", "ct2020": "0.087"}
SINGLE = "ct2024"

# In protocol the trained score is added up with the shipped one and with those of the neighbours, whose claims
# come in runs. Picked by cross-validation on the dev half of ct2020 among 0 .. 0.5; flat around these.
PRIOR, NEIGHBOUR = 0.3, 0.1


@dataclass(frozen=True, slots=True)
class Transcript:
    """One document: the features and the labels of its sentences."""

    doc: str
    rows: Sequence[Features]
    labels: Sequence[int]


def run(run: Run) -> Iterator[Figure]:
    """MAP over the transcripts of each year; F1 for the set whose documents are lists of sentences."""
    for file, published in PUBLISHED.items():
        gold = run.gold(file)
        if gold:
            yield _ranked(run, file, gold, published)
    gold = run.gold(SINGLE)
    if gold:
        yield _decided(run, gold)


def _ranked(run: Run, file: str, gold: Sequence[dict[str, Any]], published: str) -> Figure:
    documents = _read(gold)
    training = run.training(file)
    ours = [_scores(shipped()["checkworthy"].linear, one) for one in documents]
    trained = _trained(documents, None if training is None else _read(training))
    plain = [[float(len(re.findall(r"\d+", text))) for text in row["sentences"]] for row in gold]
    for name, scores in ((file, ours), (file + ".protocol", trained)):
        run.write(name, ({"doc": one.doc, "scores": row} for one, row in zip(documents, scores, strict=True)))
    shipped_map, trained_map, plain_map = (_map(documents, scores) for scores in (ours, trained, plain))
    return Figure(f"checkworthy {file}", "MAP", shipped_map, trained_map, plain_map, published)


def _decided(run: Run, gold: Sequence[dict[str, Any]]) -> Figure:
    documents = _read(gold)
    labels, scores = _flat(documents)
    training = run.training(SINGLE)
    if training:
        cut = best_threshold(*_flat(_read(training)))
        decisions = [score >= cut for score in scores]
    else:
        decisions = _cross_decided(labels, scores)
    rest = iter(map(int, decisions))
    run.write(SINGLE, [{"doc": one.doc, "labels": list(islice(rest, len(one.labels)))} for one in documents])
    everything = f1(labels, [True] * len(decisions))
    return Figure(f"checkworthy {SINGLE}", "F1", f1(labels, decisions), None, everything)


def _flat(documents: Sequence[Transcript]) -> tuple[list[int], list[float]]:
    """The labels and the shipped scores of all sentences."""
    labels = [label for one in documents for label in one.labels]
    return labels, [score for one in documents for score in _scores(shipped()["checkworthy"].linear, one)]


def _cross_decided(labels: Sequence[int], scores: Sequence[float]) -> list[bool]:
    """Decisions by a threshold picked on the other folds."""
    decisions = [False] * len(scores)
    for known, held in folds(range(len(scores))):
        cut = best_threshold([labels[i] for i in known], [scores[i] for i in known])
        for i in held:
            decisions[i] = scores[i] >= cut
    return decisions


def _read(rows: Sequence[dict[str, Any]]) -> list[Transcript]:
    return [Transcript(row["doc"], [vector(text) for text in row["sentences"]], row["labels"]) for row in rows]


def _scores(model: Linear, document: Transcript) -> list[float]:
    return [model.logit(row) for row in document.rows]


def _map(documents: Sequence[Transcript], scores: Sequence[Sequence[float]]) -> float:
    return mean_average_precision([(one.labels, row) for one, row in zip(documents, scores, strict=True)])


def _trained(documents: Sequence[Transcript], training: Sequence[Transcript] | None) -> list[list[float]]:
    if training is not None:
        model = _fit(training)
        return [_combined(model, one) for one in documents]
    scores: list[list[float]] = [[] for _ in documents]
    for known, held in folds([one.doc for one in documents]):
        model = _fit([documents[i] for i in known])
        for i in held:
            scores[i] = _combined(model, documents[i])
    return scores


def _fit(documents: Sequence[Transcript]) -> Linear:
    return fit([row for one in documents for row in one.rows], [label for one in documents for label in one.labels])


def _combined(model: Linear, document: Transcript) -> list[float]:
    trained, prior = (_standard(_scores(each, document)) for each in (model, shipped()["checkworthy"].linear))
    scores = [one + PRIOR * other for one, other in zip(trained, prior, strict=True)]
    around = zip([0.0, *scores[:-1]], scores, [*scores[1:], 0.0], strict=True)
    return [own + NEIGHBOUR * (before + after) for before, own, after in around]


def _standard(scores: Sequence[float]) -> list[float]:
    mean, spread = fmean(scores), pstdev(scores) or 1.0
    return [(score - mean) / spread for score in scores]
