"""The command `lateral` as it is installed, with another program in the reader's place."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
LAUNCHER = ROOT / "tui" / "cli" / "lateral.sh"


def command(folder: Path, becomes: str) -> Path:
    """A new `lateral` in a folder below `folder` that becomes the shell command `becomes`, run from the checkout."""
    commands = folder / "bin"
    commands.mkdir(exist_ok=True)
    main = commands / "lateral-main"
    main.write_text(f"#!/bin/sh\ncd {ROOT} && exec {becomes}\n")
    main.chmod(0o755)
    installed = commands / "lateral"
    if not installed.is_symlink():
        installed.symlink_to(LAUNCHER)
    return installed
