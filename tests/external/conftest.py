"""The folder of suites, and a place for figures to be printed at the end of the run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

_figures: list[str] = []


@pytest.fixture
def suite(request: pytest.FixtureRequest) -> Path:
    """The folder named like the test's module: tests/external/test_feeds.py reads `feeds`."""
    acceptance = os.environ.get("LATERAL_ACCEPTANCE", "")
    if not acceptance:
        pytest.skip("LATERAL_ACCEPTANCE names no folder with suites")
    folder = Path(acceptance) / request.path.stem.removeprefix("test_")
    if not folder.is_dir():
        pytest.skip(f"{acceptance} has no suite {folder.name}")
    return folder


@pytest.fixture
def report() -> Callable[[str], None]:
    """Keeps a line for the end of the run."""
    return _figures.append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _figures:
        terminalreporter.section("measured")
        for line in _figures:
            terminalreporter.write_line(line)
