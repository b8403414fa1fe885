from __future__ import annotations

from index.compare.versions import edits
from index.model import Article, Edit

OLD = (
    "The council met on Monday. It voted for a new bridge. The bridge will cost 12 million euros. "
    "Mayor Olga Brandt said she was pleased. Rain fell."
)


def changed(before: str, after: str, old: str = OLD) -> tuple[Edit, ...]:
    return edits(article(old), article(old.replace(before, after)))


def article(text: str) -> Article:
    return Article("0" * 16, "Title", text, "Source")


def test_the_same_text_has_no_edits() -> None:
    assert edits(article(OLD), article(OLD)) == ()


def test_white_space_and_quotation_marks_are_no_edits() -> None:
    assert edits(article('He said "yes".  Twice.'), article("He said “yes”. Twice.")) == ()


def test_a_changed_sentence_is_one_edit_with_both_places() -> None:
    (edit,) = changed("12 million", "19 million")
    assert edit.before is not None
    assert edit.after is not None
    assert OLD[edit.before.start : edit.before.end] == "The bridge will cost 12 million euros."
    assert edit.substance == ("number",)


def test_an_added_and_a_removed_sentence_have_one_place_each() -> None:
    (added,) = changed("Rain fell.", "Rain fell. Nobody stayed.")
    assert added.before is None
    (removed,) = changed("Rain fell.", "")
    assert removed.after is None


def test_what_an_edit_touches_is_named() -> None:
    assert changed("It voted", "It never voted")[0].substance == ("negation",)
    assert changed("Olga Brandt", "Olga Kessler")[0].substance == ("name",)
    assert changed("said she was pleased.", "said: “I am pleased.”")[0].substance == ("quotation",)
    assert changed("was pleased", "was glad")[0].substance == ()


def test_substantial_edits_come_first() -> None:
    new = OLD.replace("Rain fell.", "Rain came down hard all afternoon.").replace("12 million", "19 million")
    assert edits(article(OLD), article(new))[0].substance == ("number",)


def test_an_amount_in_words_is_a_number_and_its_spelling_is_none() -> None:
    old = "Three cooks fell ill after the feast. Mayor Olga Brandt praised nine kitchens and 40 guests."
    (edit,) = changed("Three cooks fell ill", "Two cooks fell ill", old)
    assert edit.substance == ("number",)
    (edit,) = changed("nine kitchens", "9 kitchens", old)
    assert edit.substance == ()


def test_a_corrected_figure_comes_before_longer_changes_that_touch_more() -> None:
    old = (
        "Three cooks fell ill after the feast. Sixty porters were on their way from Kolberg on Monday, the abbot said. "
        "Rain fell."
    )
    new = (
        "Two cooks fell ill after the feast. Sixty porters arrived from Lindholm on Monday. Rain fell. "
        "Abbot Kuno Ahlers said: “We counted 31 pots of mussels twice.”"
    )
    first, second, third = edits(article(old), article(new))
    assert first.substance == ("number",)
    assert set(second.substance) == {"number", "quotation", "attribution", "name"}
    assert third.substance == ("attribution", "name")


def test_a_source_that_is_no_longer_named_is_told() -> None:
    old = "Sixty porters were on their way, the abbot said."
    assert changed(", the abbot said", "", old)[0].substance == ("attribution",)


def test_a_first_version_is_all_additions() -> None:
    found = edits(article(""), article(OLD))
    assert len(found) == 5
    assert all(edit.before is None for edit in found)


def test_a_long_rewrite_takes_each_sentence_once() -> None:
    old = article(" ".join(f"Clerk {n} filed the old report." for n in range(300)))
    new = article(" ".join(f"Clerk {n} burned the new report." for n in range(300)))
    found = edits(old, new)
    for side in ("before", "after"):
        places = [span for edit in found if (span := getattr(edit, side))]
        assert len(places) == len(set(places)) == 300
