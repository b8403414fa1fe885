"""The table that help and README show says what is true."""

from __future__ import annotations

import re

import pytest

from index.search.language import FIELDS, HELP, SYNONYMS
from index.search.query import parse
from tests.index.search.builders import NOW


@pytest.mark.parametrize("usage", HELP, ids=lambda usage: usage.form)
def test_every_form_can_be_typed(usage: object) -> None:
    for form in re.split(r"\s{2,}", getattr(usage, "form", "")):
        parse(form, strict=True, now=NOW)


def test_every_field_is_explained() -> None:
    forms = " ".join(usage.form for usage in HELP)
    assert {field for field in FIELDS if f"{field}:" not in forms} == set()


def test_what_other_searches_call_a_field_leads_to_ours() -> None:
    assert set(SYNONYMS.values()) <= set(FIELDS)
    assert not set(SYNONYMS) & set(FIELDS)
