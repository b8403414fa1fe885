"""How much of this machine is ours, and how to use it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def cores() -> int:
    """The processors that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def helping(module: str, *given: str | Path) -> subprocess.Popen[bytes]:
    """A process that runs a module of ours with what it is given, with pipes to its stdin and from its stdout; keys
    that interrupt this one don't reach it, and no module is taken from the current folder (-P)."""
    command = [sys.executable, "-P", "-m", module, *map(str, given)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )
