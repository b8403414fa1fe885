from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.sanitise import MAX_MARKS, MAX_URL, clean, clean_line, safe_url
from tests.hostile.escapes import CONTROLS, ESCAPES

ANYTHING = st.text(st.characters(exclude_categories=()))
TRICKY = st.text(st.sampled_from("a\u0301\u0300é\r\n\u2028\x1b[]m;0\x07\\\x9b\u200d\u202e\ud800\xa0 \ufeff\U000e0041"))


@given(ANYTHING | TRICKY)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert clean_line(clean_line(text)) == clean_line(text)


@given(ANYTHING | TRICKY)
def test_nothing_that_controls_a_terminal_is_left(text: str) -> None:
    for char in clean(text):
        assert char == "\n" or unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(char) not in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    assert "\n" not in clean_line(text)


@given(ANYTHING)
def test_cleaned_text_can_be_stored_and_is_composed(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=100))
def test_plain_words_are_kept(text: str) -> None:
    visible = [char for char in unicodedata.normalize("NFC", text) if not char.isspace()]
    fillers = "\u115f\u1160\u3164\uffa0"
    assert [char for char in clean(text) if char != " "] == [char for char in visible if char not in fillers]


@pytest.mark.parametrize("escape", [*CONTROLS, *ESCAPES])
def test_escapes_lose_their_power(escape: str) -> None:
    cleaned = clean(f"before {escape} after")
    assert cleaned.startswith("before")
    assert cleaned.endswith("after")
    assert "\x1b" not in cleaned
    assert "\x9b" not in cleaned


def test_whole_sequences_go_not_just_the_escape_character() -> None:
    assert clean("a\x1b[31;1mred\x1b[0m \x1b]0;title\x07b\x9b2Jc") == "ared bc"


def test_an_unfinished_sequence_does_not_swallow_the_article() -> None:
    assert "the article" in clean("\x1b]0;" + "x" * 5000 + " the article")


def test_all_line_ends_become_newlines() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_all_spaces_become_plain_ones() -> None:
    assert clean("a\tb\xa0c\u202fd\u3000e") == "a b c d e"


def test_towers_of_marks_are_cut() -> None:
    tower = clean("z" + "\u0335" * 200 + "!")
    assert sum(unicodedata.combining(char) > 0 for char in tower) <= MAX_MARKS
    assert tower.endswith("!")


def test_each_letter_may_carry_its_marks() -> None:
    letters = ("z" + "\u0335" * MAX_MARKS) * 3
    assert clean(letters) == letters


def test_marks_that_languages_need_stay() -> None:
    for word in ("Việt", "שָׁלוֹם", "العَرَبِيَّة", "ภาษาไทย", "हिन्दी"):
        assert clean(word) == unicodedata.normalize("NFC", word)


def test_a_line_has_no_double_or_outer_spaces() -> None:
    assert clean_line("  a \n\t b  ") == "a b"


@given(ANYTHING | st.from_regex(r"https?://[^ ]*", fullmatch=True))
def test_a_safe_address_is_printable_ascii_or_nothing(url: str) -> None:
    safe = safe_url(url)
    assert safe == "" or (safe.startswith(("http://", "https://")) and safe.isascii() and safe.isprintable())
    assert safe_url(safe) == safe


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//example.org/",
        "http://",
        "http://exa mple.org/",
        "http://example.org:99999/",
        "http://[::1",
        "http://example.org/\x1b]8;;",
        "http://example.org/\u202e",
        "http://example.org/" + "a" * MAX_URL,
    ],
)
def test_unsafe_addresses_are_nothing(url: str) -> None:
    assert safe_url(url) == ""


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        (" https://example.org/a?b=c#d ", "https://example.org/a?b=c#d"),
        ("https://example.org/café latte", "https://example.org/caf%C3%A9%20latte"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://www.example.com@evil.example/", "https://evil.example/"),
        ("http://[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x"),
        ("https://example.org/half\ud800", "https://example.org/half?"),
        ("https://example.org/%E2%80%AE", "https://example.org/%E2%80%AE"),
    ],
)
def test_safe_addresses(url: str, safe: str) -> None:
    assert safe_url(url) == safe
