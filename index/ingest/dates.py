"""Publication dates in whatever form they are written, as aware datetimes."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

_DIGITS = re.compile(r"\d{4}(?:\d{4}(?:T?\d{4,6})?)?")
# RFC 3339 and its relatives: any of month, day and time may be missing, the offset comes in many spellings.
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:[T _]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?(?:\[[\w/]+\])?)?)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})?")
# Zones that name one offset wherever they are used in dates of news; the ambiguous ones (IST is also Irish and
# Israeli, BST also Bangladeshi) go by where most English-language news with that mark comes from.
_ZONES = {
    "Z": 0.0, "UT": 0.0, "UTC": 0.0, "GMT": 0.0, "WET": 0.0, "BST": 1.0, "CET": 1.0, "WEST": 1.0, "CEST": 2.0,
    "EET": 2.0, "EEST": 3.0, "MSK": 3.0, "PKT": 5.0, "IST": 5.5, "SGT": 8.0, "HKT": 8.0, "JST": 9.0, "KST": 9.0,
    "AEST": 10.0, "AEDT": 11.0, "NZST": 12.0, "NZDT": 13.0, "EST": -5.0, "EDT": -4.0, "ET": -5.0, "CST": -6.0,
    "CDT": -5.0, "MST": -7.0, "MDT": -6.0, "PST": -8.0, "PDT": -7.0, "AKST": -9.0, "AKDT": -8.0, "HST": -10.0,
}  # fmt: skip
_ZONE_NAME = re.compile(rf"\b({'|'.join(sorted(_ZONES, key=len, reverse=True))})\b")
# What pages write before a date.
_LABEL = re.compile(
    r"^(?:(?:first|last) )?(?:published|updated|posted|modified|date)(?: on| at)?\s*:?\s*", re.IGNORECASE
)
# What people write between a date and a time, and a time with a point.
_FILLER = re.compile(r"\s+(?:at|\||·|-|–|—)\s+|\bhrs?\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b(\d{1,2})\.(\d{2})\s*([ap]\.?m\b)", re.IGNORECASE)
# No article is older than the first newspapers, and none comes from the far future.
_FIRST_YEAR, _LAST_YEAR = 1600, 2200
_LONGEST = 100


def parse(value: datetime | str | None) -> tuple[datetime | None, bool]:
    """The moment that `value` states, aware, and whether it states its zone; (None, True) if it states none.

    A date without a time is midnight, a time without a zone is taken as UTC; the zone is then unknown.

    >>> parse("2025-10-30")
    (datetime.datetime(2025, 10, 30, 0, 0, tzinfo=datetime.timezone.utc), False)
    """
    if value is None:
        return None, True
    moment = value if isinstance(value, datetime) else _from_text(" ".join(value[: _LONGEST + 1].split()))
    if moment is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None, True
    return (moment, True) if moment.tzinfo else (moment.replace(tzinfo=UTC), False)


def _from_text(text: str) -> datetime | None:
    text = _LABEL.sub("", text)
    if not text or len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return None
    for form in (_iso, _compact, _mail, _written):
        moment = form(text)
        if moment is not None:
            return moment
    return None


def _iso(text: str) -> datetime | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    if hour == 24:  # midnight at the end of the day, allowed by ISO 8601
        midnight = _datetime(year, month, day or 1, 0, minute, second)
        return None if midnight is None else midnight.replace(tzinfo=_zone(match[8])) + timedelta(days=1)
    moment = _datetime(year, month, day or 1, hour, minute, min(second, 59))
    return None if moment is None else moment.replace(tzinfo=_zone(match[8]))


def _compact(text: str) -> datetime | None:
    """20251030, 20251030T101500, 20251030101500, each with or without an offset; or a bare year."""
    match = re.match(_DIGITS, text)
    if match is None or not re.fullmatch(r"(?:\.\d+)?\s*(?:Z|[+-]\d{2}:?\d{2})?", text[match.end() :]):
        return None
    digits = match.group().replace("T", "").ljust(14, "0")
    year, month, day = int(digits[:4]), int(digits[4:6]) or 1, int(digits[6:8]) or 1
    moment = _datetime(year, month, day, int(digits[8:10]), int(digits[10:12]), int(digits[12:14]))
    return None if moment is None else moment.replace(tzinfo=_zone(text[match.end() :].strip()))


def _mail(text: str) -> datetime | None:
    """RFC 5322 and the RSS variants of it."""
    try:
        fields = parsedate_tz(text)
    except (ValueError, IndexError, TypeError):  # the parser of the standard library trips on some inputs
        return None
    if fields is None or fields[0] < _FIRST_YEAR:
        return None
    moment = _datetime(*fields[:6])
    named = _ZONE_NAME.search(text)
    if moment is None:
        return None
    if named and not re.search(r"[+-]\d{4}", text):
        return moment.replace(tzinfo=timezone(timedelta(hours=_ZONES[named.group()])))
    stated = fields[9] is not None and re.search(r"[+-]\d{2}:?\d{2}", text)
    return moment.replace(tzinfo=_fixed(fields[9] or 0)) if stated else moment


def _written(text: str) -> datetime | None:
    """Any other way to write a date, by dateutil; the day comes first only where the month can't."""
    from dateutil import parser

    text = _CLOCK.sub(r"\1:\2 \3", _FILLER.sub(" ", text))
    # dateutil fills what is not stated from a default; two that differ tell a date from a lone "10:15" or "May".
    try:
        found = parser.parse(text, default=datetime(2000, 1, 1), tzinfos=_tzinfo)  # noqa: DTZ001
        other = parser.parse(text, default=datetime(2001, 2, 2), tzinfos=_tzinfo)  # noqa: DTZ001
    except (ValueError, OverflowError, TypeError, AttributeError, RecursionError):
        return None
    return found if found.replace(tzinfo=None) == other.replace(tzinfo=None) else None


def _tzinfo(name: str | None, offset: int | None) -> timezone | None:
    if offset is not None:
        return _fixed(offset)
    hours = _ZONES.get((name or "").upper())
    return None if hours is None else timezone(timedelta(hours=hours))


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    match = _OFFSET.fullmatch(text)
    if match is None:
        return UTC
    seconds = int(match[2]) * 3600 + int(match[3] or 0) * 60
    return _fixed(-seconds if match[1] == "-" else seconds)


def _fixed(seconds: int) -> timezone | None:
    return timezone(timedelta(seconds=seconds)) if abs(seconds) < 86400 else None


def _datetime(*fields: int) -> datetime | None:
    try:
        return datetime(*fields)  # type: ignore[arg-type]  # noqa: DTZ001
    except (ValueError, OverflowError):
        return None
