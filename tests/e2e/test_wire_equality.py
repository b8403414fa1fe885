"""What the wire sends looks, cell for cell, like stock output; `tests.benchmarks.equality` does every tour."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.equality import SIZES, stock, verdict
from tests.terminals.tours import tours


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return stock(tmp_path_factory.mktemp("stocked"))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_the_reader_looks_the_same(size: tuple[int, int], stocked: tuple[Path, Path]) -> None:
    library, file = stocked
    some = [*tours(file)][SIZES.index(size) :: 3 * len(SIZES)]
    result = verdict(library, size, some)
    assert result.steps > 5 * len(some)
    assert not result.differences
    assert result.wire_bytes < result.stock_bytes / 2
