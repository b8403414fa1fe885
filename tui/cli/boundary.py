"""The outer boundary of the command line: nothing gets past it but a sentence and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from index.errors import LateralError, LibraryError, NotFoundError, QueryError, UsageError
from tui.cli.exits import Exit
from tui.terminal import boot


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    try:
        from tui.cli.parser import parse

        _same_place()
        _forgive()
        options = parse(arguments)
        code = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except QueryError as error:
        code = complain(str(error), Exit.USAGE)
        _point(" ".join(options.query), error)
        return code
    except LateralError as error:
        return complain(str(error), _code(error))
    except KeyboardInterrupt:
        return complain("Interrupted; what was finished until then is kept.", Exit.INTERRUPTED)
    except BrokenPipeError:  # the reader of our output has gone (`| head`)
        _drop_output()
        return Exit.DONE
    except OSError as error:
        _drop_output()
        place = f"{error.filename}: " if error.filename else ""
        return complain(f"That cannot be done: {place}{error.strerror or error}.", Exit.LIBRARY)
    return int(code)


def _drop_output() -> None:
    """Keep the interpreter from flushing into nothing when it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _forgive() -> None:
    """What cannot be written in this locale is written as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def complain(sentence: str, code: Exit) -> int:
    """Tell a person on stderr, and return the exit code."""
    from index.text.sanitise import clean_line

    boot.undo()
    print(f"lateral: {clean_line(sentence)}", file=sys.stderr)
    return code


def _point(query: str, error: QueryError) -> None:
    """Show the place in the query that the error means, where it can be shown in one line."""
    if query.isprintable():
        from rich.cells import cell_len

        marks = "^" * max(1, cell_len(query[error.start : error.end]))
        print(f"  {query}\n  {' ' * cell_len(query[: error.start])}{marks}", file=sys.stderr)


def _code(error: LateralError) -> Exit:
    if isinstance(error, UsageError):
        return Exit.USAGE
    if isinstance(error, LibraryError):
        return Exit.LIBRARY
    return Exit.PARTLY if isinstance(error, NotFoundError) else Exit.USAGE


def _same_place() -> None:
    """`tui` and `index` are common names; another package of that name in the way would fail in strange places."""
    import index
    import tui

    homes = {os.path.dirname(os.path.dirname(os.path.abspath(each.__file__ or ""))) for each in (index, tui)}  # noqa: PTH120, PTH100 - pathlib costs start-up time here
    if len(homes) > 1:
        raise UsageError(f"Another package stands in the way: index and tui come from {' and '.join(sorted(homes))}.")
