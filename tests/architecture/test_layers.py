"""The layers hold, and the command line starts light."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_the_import_contracts_hold() -> None:
    ran = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout


def loaded(statement: str) -> set[str]:
    """The top-level packages and first submodules in memory after `statement`."""
    code = f"import sys\n{statement}\nprint(*sorted(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def test_the_index_runs_without_a_screen() -> None:
    found = loaded("import index.library, index.text.analysis, index.compare.comparison, index.claims.rank")
    assert not {"textual", "rich", "tui"} & found


@pytest.mark.parametrize("module", ["textual", "rich", "whoosh", "trafilatura", "feedparser", "lxml", "numpy"])
def test_the_command_line_starts_without(module: str) -> None:
    assert module not in loaded("import tui.cli.parser")


def test_every_package_says_what_it_is_for() -> None:
    silent = [
        str(file.relative_to(ROOT))
        for folder in ("index", "tui")
        for file in (ROOT / folder).rglob("*.py")
        if file.name != "__init__.py" and not file.read_text(encoding="utf-8").lstrip().startswith(('"""', "#!"))
    ]
    assert silent == []
