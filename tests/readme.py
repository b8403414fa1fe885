"""The tables of README that come from the code; `python -m tests.readme` writes them anew."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

from index.search.language import HELP
from tui.actions import key_table

README = Path(__file__).parents[1] / "README.md"


def queries() -> str:
    """The query language as one table a group."""
    parts = []
    for group, usages in groupby(HELP, lambda usage: usage.group):
        rows = [f"| {_forms(usage.form)} | {usage.finds} |" for usage in usages]
        parts.append("\n".join([f"| {group} | |", "|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _forms(form: str) -> str:
    return " ".join(f"`{each}`" for each in re.split(r"\s{2,}", form))


def written(text: str) -> str:
    """README with its tables as the code has them."""
    for name, table in (("queries", queries()), ("keys", key_table())):
        start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, _, rest = text.partition(start)
        _, _, after = rest.partition(end)
        text = f"{before}{start}{table.rstrip()}\n{end}{after}"
    return text


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
