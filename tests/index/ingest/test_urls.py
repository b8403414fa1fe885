from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ingest.urls import canonical, host, key


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTPS://Example.ORG:443/News", "https://example.org/News"),
        ("http://example.org:8080/a#top", "http://example.org:8080/a"),
        ("http://example.org", "http://example.org/"),
        ("https://example.org/a/./b/../c", "https://example.org/a/c"),
        ("https://example.org/a?id=7&utm_source=x&fbclid=y&page=2", "https://example.org/a?id=7&page=2"),
        ("https://example.org/a?output=amp", "https://example.org/a"),
        ("https://example.org/a?output=print", "https://example.org/a?output=print"),
        ("https://example.org./a", "https://example.org/a"),
        ("mailto:a@example.org", ""),
    ],
)
def test_one_form_of_an_address(url: str, expected: str) -> None:
    assert canonical(url) == expected


@given(st.from_regex(r"https?://(?:[a-z]{1,5}\.)+org(?::\d{1,4})?(?:/[a-zé.%?&=#+ ]{0,20})*", fullmatch=True))
def test_the_one_form_is_stable(url: str) -> None:
    once = canonical(url)
    assert canonical(once) == once


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/a",
        "https://www.example.org/a",
        "https://example.org/a/",
        "https://example.org/a?utm_medium=x",
    ],
)
def test_ways_to_one_page_have_one_key(other: str) -> None:
    assert key(canonical(other)) == key(canonical("https://example.org/a"))


@pytest.mark.parametrize("other", ["https://example.org/A", "https://example.com/a", "https://example.org/a?id=1"])
def test_other_pages_have_other_keys(other: str) -> None:
    assert key(canonical(other)) != key(canonical("https://example.org/a"))


def test_a_front_page_is_no_key() -> None:
    assert key(canonical("https://www.example.org/")) == ""


def test_the_host_is_without_www() -> None:
    assert host("https://www.example.org/a") == "example.org"
