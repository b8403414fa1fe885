"""Trains the model class of `index.claims`: a logistic regression over named features. Needs scikit-learn."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from index.claims.features import WORDING, Features, Passage, features, wording
from index.claims.model import Linear
from index.model import Sentence
from index.text.names import names
from index.text.quantities import quantities
from index.text.quotations import quotations

# Inverse strength of the L2 penalty, and the scale of the named features beside the wording. Both were picked by
# five-fold cross-validation on the dev halves of babe and ct2020 among 0.03 .. 3 and 0.1 .. 1; flat around these.
STRENGTH, SCALE = 0.3, 0.3
DIGITS = 4


def passage(text: str) -> Passage:
    """A text of one sentence, with what the text layer finds in it."""
    whole = Sentence(0, len(text), 0)
    named = names(text, [whole])
    return Passage(text, whole, quantities(text), named, quotations(text, [whole], named))


def vector(text: str) -> Features:
    """All features of a text of one sentence."""
    one = passage(text)
    return features(one) | wording(one)


def fit(rows: Sequence[Features], labels: Sequence[int], *, strength: float = STRENGTH, scale: float = SCALE) -> Linear:
    """The regression of `labels` on `rows`.

    Wording counts by its inverse document frequency, and not at all where only one row has it; these factors are
    folded into the weights, so that scoring needs no statistics. Where all labels are the same there is nothing to
    learn: the model says nothing of any row.
    """
    if len(set(labels)) < 2:
        return Linear(0.0, {})
    frequency = Counter(name for row in rows for name in row)
    factor = {name: _factor(name, count, len(rows), scale) for name, count in frequency.items()}
    scaled = [{name: value * factor[name] for name, value in row.items() if factor[name]} for row in rows]
    table = DictVectorizer()
    model = LogisticRegression(C=strength, max_iter=2000).fit(table.fit_transform(scaled), labels)
    weights = zip(table.get_feature_names_out(), model.coef_[0], strict=True)
    return Linear(
        round(float(model.intercept_[0]), DIGITS),
        {name: round(float(weight) * factor[name], DIGITS) for name, weight in weights},
    )


def _factor(name: str, count: int, rows: int, scale: float) -> float:
    if not name.startswith(WORDING):
        return scale
    return math.log((rows + 1) / (count + 1)) + 1 if count > 1 else 0.0
