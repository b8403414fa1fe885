"""README says what the code does."""

from __future__ import annotations

import re

from tests.readme import README, written

TEXT = README.read_text(encoding="utf-8")


def test_its_tables_come_from_the_code() -> None:
    assert written(TEXT) == TEXT, "run python -m tests.readme"


def test_its_pictures_and_links_are_there() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", TEXT)
    assert targets
    assert [target for target in targets if not (README.parent / target).exists()] == []


def test_its_commands_are_one_line_each() -> None:
    for name in ("open", "tests"):
        block = re.search(rf"<!-- {name} -->\n```sh\n(.*?)```", TEXT, re.DOTALL)
        assert block
        assert block[1].count("\n") == 1
