from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ingest.dates import parse

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-02T09:00:00Z",
        "2026-03-02T10:00:00+01:00",
        "2026-03-02 14:30 +0530",
        "20260302T090000Z",
        "Mon, 02 Mar 2026 09:00:00 GMT",
        "Mon, 2 Mar 2026 04:00:00 EST",
        "2 Mar 2026 10:00:00 +0100",
        "March 2, 2026 9:00 am UTC",
        "Updated: March 02, 2026 14:30 IST",
        "2026-03-02T09:00:00.123456789Z",
        "2026-03-02T10:00:00+01:00[Europe/Oslo]",
    ],
)
def test_a_moment_with_its_zone(text: str) -> None:
    moment, known = parse(text)
    assert moment is not None
    assert moment.replace(microsecond=0) == NINE
    assert known


@pytest.mark.parametrize(
    "text",
    [
        "2 March 2026 at 9.00 am",
        "Mar 2, 2026 | 09:00 hrs",
        "Mon 2 Mar 2026 09:00 XYZ",
        "Monday, March 2, 2026 - 9:00 AM",
    ],
)
def test_the_ways_people_write(text: str) -> None:
    assert parse(text) == (NINE, False)


@pytest.mark.parametrize("text", ["2026-03-02 09:00", "2026-03-02T09:00:00", "2 March 2026 09:00", "20260302090000"])
def test_a_time_without_a_zone_is_utc_and_marked(text: str) -> None:
    assert parse(text) == (NINE, False)


@pytest.mark.parametrize("text", ["2026-03-02", "20260302", "2 March 2026", "Mar 2, 2026", "Published on 2026.03.02"])
def test_a_day_is_its_midnight(text: str) -> None:
    assert parse(text) == (NINE.replace(hour=0), False)


def test_month_and_year_may_stand_alone() -> None:
    assert parse("2026-03") == (datetime(2026, 3, 1, tzinfo=UTC), False)
    assert parse("2026") == (datetime(2026, 1, 1, tzinfo=UTC), False)


def test_midnight_may_be_written_as_24_hours() -> None:
    assert parse("2026-03-01T24:00:00Z") == (datetime(2026, 3, 2, tzinfo=UTC), True)


def test_the_day_goes_first_only_where_the_month_cannot() -> None:
    assert parse("13/02/2026")[0] == datetime(2026, 2, 13, tzinfo=UTC)
    assert parse("02/13/2026")[0] == datetime(2026, 2, 13, tzinfo=UTC)


def test_a_stated_offset_is_kept() -> None:
    moment, _ = parse("2026-03-02T14:30:00+05:30")
    assert moment is not None
    assert moment.tzinfo == timezone(timedelta(hours=5, minutes=30))


@pytest.mark.parametrize(
    "text", ["", "yesterday", "May", "10:15", "Monday", "2026-13-45", "0001-01-01", "9999-12-31", "1", "9" * 90, None]
)
def test_what_states_no_day_gives_none(text: str | None) -> None:
    assert parse(text) == (None, True)


@given(st.text(max_size=60) | st.from_regex(r"[0-9:+\-/.TZ ]{1,40}", fullmatch=True))
def test_no_text_is_too_odd(text: str) -> None:
    moment, _ = parse(text)
    assert moment is None or moment.tzinfo is not None


@given(st.datetimes(datetime(1700, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 — as asked for
def test_iso_dates_come_back(moment: datetime) -> None:
    whole = moment.replace(microsecond=0)
    assert parse(whole.isoformat()) == (whole, True)
