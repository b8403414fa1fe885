"""The command `lateral`: opens the reader, or does one thing and prints it.

`lateral.sh` is what a shell finds under that name; it shows the last session's screen and becomes `main`.
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: "Sequence[str] | None" = None) -> int:
    """Run one command and return its exit code."""
    from tui.terminal import boot

    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        boot.begin(arguments)
        from tui.cli.boundary import run

        return run(arguments)
    finally:
        boot.undo()
