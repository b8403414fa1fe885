"""The command `lateral`: opens the reader, or does one thing and prints it.

This module and `tui.terminal.boot` import next to nothing: the first screen is there before anything else is loaded,
and a single `import enum` would be felt.
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: "Sequence[str] | None" = None) -> int:
    """Show the last screen where the reader opens, then run one command and return its exit code."""
    from tui.terminal import boot

    arguments = sys.argv[1:] if arguments is None else arguments
    boot.first_paint(arguments)
    from tui.cli.boundary import run

    return run(arguments)
