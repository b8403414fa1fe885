"""numpy, imported without the thread pool of its linear algebra: that costs 50 ms of start-up and is never used."""

from __future__ import annotations

import os
from typing import Any

_POOL = "OPENBLAS_NUM_THREADS"
_mine = _POOL not in os.environ
if _mine:
    os.environ[_POOL] = "1"
import numpy as np  # noqa: E402 - after the setting above
from numpy.typing import NDArray  # noqa: E402

if _mine:
    del os.environ[_POOL]

Array = NDArray[Any]
Docs = NDArray[np.int64]  # ascending document numbers
Mask = NDArray[np.bool_]  # one truth value a document
Floats = NDArray[np.float64]

__all__ = ["Array", "Docs", "Floats", "Mask", "np"]
