"""Profiles as bytes, for keeping them beside the articles: making one costs ten times as much as reading one."""

from __future__ import annotations

import json
from datetime import datetime

from index.stories.profile import Profile

PRECISE = 4  # digits kept of weights


def pack(profile: Profile) -> bytes:
    """The profile as UTF-8 JSON, about 10 KB for an article of 600 words."""
    fields = [
        profile.id,
        profile.title,
        profile.source,
        profile.published.isoformat() if profile.published else None,
        {term: round(weight, PRECISE) for term, weight in profile.terms.items()},
        {term: round(weight, PRECISE) for term, weight in profile.names.items()},
        sorted(profile.figures),
        profile.sketch,
        profile.agency,
        dict(profile.surfaces),
    ]
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpack(stored: bytes) -> Profile:
    """What `pack` made; weights are rounded to four digits."""
    id_, title, source, published, terms, names, figures, sketch, agency, surfaces = json.loads(stored)
    return Profile(
        id=id_,
        title=title,
        source=source,
        published=datetime.fromisoformat(published) if published else None,
        terms=terms,
        names=names,
        figures=frozenset(figures),
        sketch=tuple(sketch),
        agency=agency,
        surfaces=surfaces,
    )
