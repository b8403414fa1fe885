"""Why a sentence is highlighted: its score by dimension, all reasons, and who else says it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from index.model import Article, Claim, Grounds, Span
from tui.widgets.choice_list import Choice
from tui.widgets.phrasing import outlet

_DIMENSIONS = {
    "factual": ("factual", "how surely it states a fact and not a view"),
    "checkworthy": ("check-worthy", "how much it would matter if it were wrong"),
    "salient": ("salient", "how central it is to this article"),
}
_CARRIER = "carrier "  # begins the id of a row that leads to another article


def grounds_choices(claim: Claim, grounds: Grounds, articles: Mapping[str, Article]) -> list[Choice]:
    """The grounds of a claim as a table, `articles` being those that carry it; `carrier` reads the chosen row."""
    return [
        *_group("Score by dimension, 0 to 1", _dimensions(grounds)),
        *_group("Reasons, with their weight in the score", _reasons(claim)),
        *_group("Others who say it: choose one to read it there", _carriers(grounds.carriers, articles)),
        *([] if grounds.carriers else [Choice("", "No other independent text on this story says it.")]),
    ]


def carrier(id: str) -> tuple[str, str] | None:
    """The article and the place in it that a chosen row leads to."""
    if not id.startswith(_CARRIER):
        return None
    _, article, at = id.split()
    return article, at


def _group(heading: str, rows: Iterator[Choice]) -> list[Choice]:
    listed = list(rows)
    return [Choice("", heading), *listed, Choice("", "")] if listed else []


def _dimensions(grounds: Grounds) -> Iterator[Choice]:
    for name, probability in grounds.dimensions.items():
        label, meaning = _DIMENSIONS[name]
        yield Choice(name, label, meaning, f"{probability:.2f}")


def _reasons(claim: Claim) -> Iterator[Choice]:
    for reason in claim.reasons:
        side = "for" if reason.weight >= 0 else "against"
        yield Choice(f"reason {reason.name}", side, reason.name.removeprefix("although "), f"{reason.weight:+.2f}")


def _carriers(carriers: Sequence[tuple[str, Span]], articles: Mapping[str, Article]) -> Iterator[Choice]:
    for key, span in carriers:
        article = articles[key]
        said = " ".join(article.text[span.start : span.end].split())
        yield Choice(f"{_CARRIER}{key} {span.start}", outlet(article.source), said, "·")
