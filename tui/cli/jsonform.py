"""The JSON shapes of the command line. Their keys are a contract: more may be added, none goes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from index.model import (
    Analysis,
    Article,
    Cell,
    Claim,
    Comparison,
    Difference,
    Facet,
    Fate,
    Figure,
    Outcome,
    Quantity,
    Quotation,
    Quoted,
    Results,
    Source,
    Story,
    Tally,
    Version,
)
from tui.terminal.capabilities import is_utf8

Json = dict[str, Any]


def written(value: Any, indent: int | None = None) -> str:
    """JSON that can be shown: what is unsafe in its texts, or cannot be written in this locale, is escaped."""
    from tui.terminal.cells import UNSAFE

    text = json.dumps(value, ensure_ascii=not is_utf8(), indent=indent)
    return UNSAFE.sub(lambda found: found[0] if found[0] == "\n" else _escaped(found[0]), text)


def _escaped(char: str) -> str:
    code = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{code[start : start + 4]}" for start in range(0, len(code), 4))


def results(found: Results) -> Json:
    """The shape of `lateral search`."""
    return {
        "query": found.query,
        "total": found.total,
        "hits": [
            {
                "id": hit.id,
                "title": hit.title,
                "source": hit.source,
                "published": moment(hit.published),
                "url": hit.url,
                "score": round(hit.score, 4),
                "snippet": hit.snippet.text,
                "reprints": hit.reprints,
            }
            for hit in found.hits
        ],
        "facets": {name: _facet(values) for name, values in found.facets.items()},
        "suggestion": found.suggestion,
    }


def article(shown: Article, versions: Sequence[Version]) -> Json:
    """The shape of `lateral show`."""
    return {
        "id": shown.id,
        "title": shown.title,
        "source": shown.source,
        "author": shown.author,
        "published": moment(shown.published),
        "url": shown.url,
        "language": shown.language,
        "text": shown.text,
        "versions": [{"number": each.number, "seen": moment(each.seen)} for each in versions],
    }


def claims(analysis: Analysis, found: Iterable[Claim]) -> Json:
    """The shape of `lateral claims`."""
    return {
        "id": analysis.article.id,
        "sentences": [{"start": each.start, "end": each.end} for each in analysis.sentences],
        "claims": [
            {
                "sentence": claim.sentence,
                "start": claim.start,
                "end": claim.end,
                "score": round(claim.score, 4),
                "strength": claim.strength,
                "kinds": list(claim.kinds),
                "reasons": [{"name": each.name, "weight": round(each.weight, 4)} for each in claim.reasons],
            }
            for claim in found
        ],
    }


def story(told: Story) -> Json:
    """One element of the shape of `lateral stories`."""
    return {
        "id": told.id,
        "title": told.title,
        "articles": list(told.articles),
        "sources": list(told.sources),
        "independent": told.independent,
        "first": moment(told.first),
        "last": moment(told.last),
        "because": list(told.because),
        "copies": [
            {"article": copy.article, "original": copy.original, "share": round(copy.share, 3)} for copy in told.copies
        ],
    }


def comparison(made: Comparison, articles: Sequence[Article]) -> Json:
    """The shape of `lateral compare`."""
    return {
        "articles": list(made.articles),
        "rows": [
            {
                "cells": [_cell(cell) for cell in row.cells],
                "relation": row.relation,
                "differences": [_difference(each) for each in row.differences],
            }
            for row in made.rows
        ],
        "figures": [_figure(each, articles) for each in made.figures],
        "quotations": [each for quoted in made.quotations for each in _quotations(quoted, made.articles)],
        "matrix": [
            {
                "text": row.text,
                "home": made.articles[row.home],
                "cells": [_cell(cell) for cell in row.cells],
                "states": list(row.states),
                "values": list(row.values),
            }
            for row in made.matrix
        ],
        "wording": {
            article: {"headline": list(words.headline), "cues": list(words.cues), "loaded": list(words.loaded)}
            for article, words in zip(made.articles, made.wording, strict=True)
        },
        "shared": made.shared,
        "only": {article: made.only(position) for position, article in enumerate(made.articles)},
        "notes": list(made.notes),
    }


def outcome(met: Outcome) -> Json:
    """One item of the shape of `lateral add`."""
    return {"path": met.path, "item": met.item, "outcome": str(met.fate), "id": met.id, "reason": met.reason}


def tally(sums: Tally, items: Sequence[Json]) -> Json:
    """The shape of `lateral add`."""
    counts = {str(fate): sums.counts.get(fate, 0) for fate in Fate if fate is not Fate.REMOVED}
    return {**counts, "feeds": sums.feeds, "items": list(items)}


def source(outlet: Source) -> Json:
    """One element of the shape of `lateral sources`."""
    return {
        "name": outlet.name,
        "articles": outlet.articles,
        "first": moment(outlet.first),
        "last": moment(outlet.last),
    }


def moment(time: datetime | None) -> str | None:
    """ISO 8601 with its zone."""
    return time.isoformat() if time else None


def _facet(values: Sequence[Facet]) -> list[list[str | int]]:
    return [[facet.value, facet.count] for facet in values]


def _cell(cell: Cell | None) -> Json | None:
    if cell is None:
        return None
    alone = [{"start": each.start, "end": each.end} for each in cell.alone]
    return {"sentence": cell.sentence, "start": cell.start, "end": cell.end, "alone": alone}


def _difference(difference: Difference) -> Json:
    return {"kind": difference.kind, "values": list(difference.values)}


def _figure(figure: Figure, articles: Sequence[Article]) -> Json:
    cells = [_quantity(cell, shown) for cell, shown in zip(figure.cells, articles, strict=True)]
    return {"label": figure.label, "status": figure.status, "cells": cells}


def _quantity(quantity: Quantity | None, shown: Article) -> Json | None:
    if quantity is None:
        return None
    return {
        "start": quantity.start,
        "end": quantity.end,
        "text": shown.text[quantity.start : quantity.end],
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "noun": quantity.noun,
        "change": quantity.change,
    }


def _quotations(quoted: Quoted, articles: Sequence[str]) -> list[Json]:
    return [_quotation(cell, article) for cell, article in zip(quoted.cells, articles, strict=True) if cell is not None]


def _quotation(cell: Quotation, article: str) -> Json:
    return {"article": article, "start": cell.start, "end": cell.end, "speaker": cell.speaker, "cue": cell.cue}
