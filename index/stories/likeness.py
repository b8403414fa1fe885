"""How likely two articles are about one event, from their profiles."""

from __future__ import annotations

from index.stories.profile import Profile, cosine

TERMS, LEAD, NAMES = 0.4, 0.3, 0.3  # weights of the three cosines
JOIN = 0.22  # mean likeness at which an article belongs to a story
WINDOW = 4.0  # days between reports of one event
OUTSIDE = 0.5  # what likeness is worth outside the window


def likeness(a: Profile, b: Profile) -> float:
    """0..1, symmetric; damped where the two were published further apart than the window."""
    alike = TERMS * cosine(a.terms, b.terms) + LEAD * cosine(a.lead, b.lead) + NAMES * cosine(a.names, b.names)
    return alike * OUTSIDE if days_apart(a, b) > WINDOW else alike


def days_apart(a: Profile, b: Profile) -> float:
    """Days between the publications, 0 where one is undated."""
    if a.published is None or b.published is None:
        return 0.0
    return abs((a.published - b.published).total_seconds()) / 86_400
