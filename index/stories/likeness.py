"""How likely two articles are about one event, from their profiles.

Weights and thresholds were tuned on the ECB+ events of the dev half (texts only) and checked on BASIL; to redo
it, change them and run `python -m tests.evaluation --task stories`.
"""

from __future__ import annotations

from index.stories.profile import Profile, cosine

TERMS, NAMES = 0.7, 0.3  # weights of the two cosines
SAME_DAY = 1.6  # what likeness is worth where both were published on one day
PER_DAY = 0.2  # what it loses with each day between them
FAR = 0.3  # the least that it is worth


def likeness(a: Profile, b: Profile) -> float:
    """From 0, symmetric; where both dates are known, raised inside a window of days and damped outside."""
    alike = TERMS * cosine(a.terms, b.terms) + NAMES * cosine(a.names, b.names)
    days = days_apart(a, b)
    return alike if days is None else alike * max(FAR, SAME_DAY - PER_DAY * days)


def days_apart(a: Profile, b: Profile) -> float | None:
    """Days between the publications, None where one is undated."""
    if a.published is None or b.published is None:
        return None
    return abs((a.published - b.published).total_seconds()) / 86_400
