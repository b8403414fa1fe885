"""Taking articles out of the library at the command line."""

from __future__ import annotations

from pathlib import Path

from tests.tui.cli.conftest import Run
from tests.tui.cli.test_commands import ids


def test_articles_are_removed_by_the_beginnings_of_their_ids(filled: Run) -> None:
    gone, *left = ids(filled, "*")
    found = filled("remove", gone[:10], "--json")
    assert (found.code, found.json["removed"]) == (0, 1)
    assert (found.json["items"][0]["id"], found.json["items"][0]["outcome"]) == (gone, "removed")
    assert ids(filled, "*") == left


def test_what_the_last_import_added_is_removed_at_once(filled: Run, tmp_path: Path) -> None:
    before = ids(filled, "*")
    (tmp_path / "wrong.txt").write_text("A text\n\nThat belongs elsewhere.", encoding="utf-8")
    filled("add", tmp_path / "wrong.txt")
    found = filled("remove", "--last-import")
    assert (found.code, found.out.split()[0], len(found.out.splitlines())) == (0, "removed", 1)
    assert ids(filled, "*") == before


def test_only_what_was_added_is_taken_back(filled: Run, articles: Path) -> None:
    filled("add", articles)
    found = filled("remove", "--last-import")
    assert (found.code, found.err) == (1, "lateral: The last import added no article.\n")
    assert len(ids(filled, "*")) == 3


def test_one_unknown_id_removes_nothing(filled: Run) -> None:
    found = filled("remove", ids(filled, "*")[0], "nobody")
    assert found.code == 1
    assert "nobody" in found.err
    assert len(ids(filled, "*")) == 3


def test_what_to_remove_has_to_be_said(filled: Run) -> None:
    assert filled("remove").code == 2
    assert filled("remove", "0", "--last-import").code == 2


def test_a_kiosk_neither_removes_nor_adds(filled: Run, articles: Path) -> None:
    assert filled("--kiosk", "remove", ids(filled, "*")[0]).code == 3
    assert filled("--kiosk", "add", articles).code == 3
    assert len(ids(filled, "*")) == 3


def test_a_kiosk_of_the_sample_neither_makes_nor_changes_it(lateral: Run, articles: Path) -> None:
    assert lateral("--kiosk", "--sample", "search", "ferry").code == 3
    before = lateral("--sample", "search", "*", "--json").json["total"]
    for arguments in (["add", str(articles)], ["index", "rebuild"], ["remove", "--last-import"]):
        assert lateral("--kiosk", "--sample", *arguments).code == 3
    assert lateral("--kiosk", "--sample", "search", "*", "--json").json["total"] == before
