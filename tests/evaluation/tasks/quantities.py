"""Quantities against the gold of NewsQuant, with digits and their neighbours as the baseline."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from typing import Any

from index.model import Quantity
from index.text.nouns import singular
from index.text.quantities import quantities
from tests.evaluation.metrics import f_score
from tests.evaluation.task import Figure, Run

PUBLISHED = {"value": "0.920", "value and unit": "0.856", "value and change": "0.881"}
SIGNS = {"$": "dollar", "£": "pound sterling", "€": "euro", "%": "percentage", "percent": "percentage"}
PLAIN = re.compile(r"([$£€]?)(\d[\d,]*(?:\.\d+)?)(?: ?(%|percent)| ([a-z]+))?")
Row = dict[str, Any]


def run(run: Run) -> Iterator[Figure]:
    """F1 of values, of values with their unit, and of values with their change; and the speed."""
    for file in run.files():
        gold = run.gold(file)
        started = time.process_time()
        predicted = [[as_row(found) for found in quantities(row["sentence"])] for row in gold]
        seconds = time.process_time() - started
        run.write(file, ({"quantities": rows} for rows in predicted))
        ours = scores([row["quantities"] for row in gold], predicted)
        plain = scores([row["quantities"] for row in gold], [_plain(row["sentence"]) for row in gold])
        for metric, published in PUBLISHED.items():
            yield Figure(f"quantities {file}", f"{metric} F1", ours[metric], None, plain[metric], published)
        yield Figure(f"quantities {file}", "sentences a CPU second", len(gold) / seconds)


def as_row(found: Quantity) -> Row:
    """The quantity in the form in which predictions are written: the rate is part of the unit or of the noun."""
    value = found.low if found.low == found.high else [found.low, found.high]
    rate = f" per {found.per}" if found.per else ""
    unit = found.unit + rate if found.unit else None
    *words, head = found.noun.lower().split() or [""]
    noun = " ".join([*words, singular(head)]) + rate if head else None
    return {"value": value, "unit": unit, "noun": noun, "change": found.change}


def scores(gold: Sequence[Sequence[Row]], predicted: Sequence[Sequence[Row]]) -> dict[str, float]:
    """Each gold quantity in turn takes the first unused prediction of the same value."""
    true = dict.fromkeys(PUBLISHED, 0)
    for wanted, found in zip(gold, predicted, strict=True):
        for one, other in _pairs(wanted, list(found)):
            true["value"] += 1
            true["value and unit"] += same_unit(one, other)
            true["value and change"] += one["change"] == other["change"]
    totals = sum(map(len, predicted)), sum(map(len, gold))
    return {metric: f_score(count, *totals) for metric, count in true.items()}


def _pairs(wanted: Sequence[Row], free: list[Row]) -> Iterator[tuple[Row, Row]]:
    for one in wanted:
        for place, other in enumerate(free):
            if same_value(one["value"], other["value"]):
                yield one, free.pop(place)
                break


def same_value(one: object, other: object) -> bool:
    """Equal within 1e-5 of the value, both bounds of a range; a plain value never equals a range."""
    match one, other:
        case [low, high], [other_low, other_high]:
            return same_value(low, other_low) and same_value(high, other_high)
        case ((int() | float()), (int() | float())):
            return abs(one - other) <= 1e-5 * abs(other) + 1e-8
    return one is None and other is None


def same_unit(gold: Row, found: Row) -> bool:
    """The normalised unit is the same, or for a bare count the last word of what is counted."""
    if found["unit"]:
        return bool(found["unit"].lower() == gold["unit"])
    noun = (found["noun"] or "").lower()
    if gold["unit"] in ("-", ""):
        return not noun
    if not noun:
        return False
    whole = noun.rstrip("s") == gold["surface_unit"].rstrip("s")
    return bool(whole or noun.split()[-1].rstrip("s") == gold["unit"].split()[-1].rstrip("s"))


def _plain(sentence: str) -> list[Row]:
    found = []
    for match in PLAIN.finditer(sentence):
        unit = SIGNS.get(match[1] or match[3] or "")
        value = float(match[2].replace(",", ""))
        found.append({"value": value, "unit": unit, "noun": None if unit else match[4], "change": "="})
    return found
