"""One writer at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import LockedError
from index.lock import writer

HOLD = """
import sys
from pathlib import Path
from index.lock import writer
with writer(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    file = tmp_path / "library.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        holder.stdout.readline()
        told: list[str] = []
        with (
            pytest.raises(LockedError, match=f"process {holder.pid} on .* since 20"),
            writer(file, patience=0.2, waiting=told.append),
        ):
            pass
        assert [str(holder.pid) in each for each in told] == [True]
        holder.communicate()


def test_a_killed_writer_leaves_no_lock(tmp_path: Path) -> None:
    file = tmp_path / "library.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        holder.stdout.readline()
        holder.kill()
    with writer(file, patience=0):
        assert str(os.getpid()) in file.read_text()


def test_the_lock_is_free_after_an_error(tmp_path: Path) -> None:
    file = tmp_path / "library.lock"
    with pytest.raises(ZeroDivisionError), writer(file):
        _ = 1 / 0
    with writer(file, patience=0):
        pass
