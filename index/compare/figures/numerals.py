"""Every number of an article that can be compared: its figures, and the numerals that are no figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.model import Analysis, Quantity

# Plain numerals ("Jane Doe, 34,"), not parts of names, clock times, scores or decimals of something else.
_NUMERAL = re.compile(
    r"(?<![\w.,:/$€£#-])\d{1,3}(?:,\d{3})+(?![\w:/-])|(?<![\w.,:/$€£#-])\d{1,7}(?:\.\d+)?(?![\w:/-]|,\d)"
)


def figures(analysis: Analysis) -> tuple[Quantity, ...]:
    """The quantities of the article and, as bare counts, the numerals outside of quantities, dates and names."""
    return tuple(sorted((*analysis.quantities, *_bare(analysis)), key=lambda quantity: quantity.start))


def _bare(analysis: Analysis) -> Iterator[Quantity]:
    taken = [*analysis.quantities, *analysis.dates, *analysis.names]
    covered = {offset for mention in taken for offset in range(mention.start, mention.end)}
    for match in _NUMERAL.finditer(analysis.article.text):
        if match.start() not in covered:
            value = float(match.group().replace(",", ""))
            yield Quantity(match.start(), match.end(), value, value)
