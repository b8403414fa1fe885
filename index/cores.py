"""How much of this machine is ours, and how to use it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def cores() -> int:
    """The processors that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def helping(module: str, folder: Path) -> subprocess.Popen[bytes]:
    """A process that runs a module of ours over a folder, with pipes to its stdin and from its stdout; keys that
    interrupt this one don't reach it."""
    command = [sys.executable, "-m", module, str(folder)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )
