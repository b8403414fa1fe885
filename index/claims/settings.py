"""What a reader may switch off in the ranking of claims."""

from __future__ import annotations

from dataclasses import dataclass

from index.model import ClaimKind


@dataclass(frozen=True, slots=True)
class ClaimSettings:
    """Which dimensions count, and which kinds of claim are wanted (none named: all)."""

    factual: bool = True
    checkworthy: bool = True
    salient: bool = True
    corroboration: bool = True
    kinds: frozenset[ClaimKind] = frozenset()
