"""Key claims, and what stands behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.model.text import Span

ClaimKind = Literal["figure", "quotation", "attribution", "comparison", "cause", "prediction", "event"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One named contribution to a claim's score, in words a reader understands."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Claim(Span):
    """A sentence worth checking. `score` is 0..1 and ranks within the article; `strength` is 1, 2 or 3."""

    sentence: int
    score: float
    strength: int
    kinds: tuple[ClaimKind, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What stands behind a claim: its probability (0..1) of being "factual", "checkworthy" and "salient", without
    those that do not count here, and where other independent texts carry it, by article."""

    dimensions: dict[str, float]
    carriers: tuple[tuple[str, Span], ...]
