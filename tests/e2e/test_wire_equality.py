"""What the wire sends looks, cell for cell, like stock output; `tests.benchmarks.equality` goes further."""

from __future__ import annotations

import pytest

from tests.benchmarks.equality import SIZES, script, verdict

STEPS = 60  # at each of four sizes


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_a_scripted_session_looks_the_same(size: tuple[int, int]) -> None:
    result = verdict(size, script(SIZES.index(size), STEPS), ["demo"])
    assert result.steps > STEPS // 2
    assert not result.differences
    assert result.wire_bytes < result.stock_bytes / 2
