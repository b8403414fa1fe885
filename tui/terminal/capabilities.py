"""What the terminal at the other end can do, from the environment alone.

Nothing is asked of the terminal: a reply that comes late over a slow link would be read as keys. The table of
families follows their terminfo entries, and what a name does not promise is not used.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from index.errors import UsageError

TRUE_COLOURS = 1 << 24


@dataclass(frozen=True, slots=True)
class Capabilities:
    """The abilities the output layer relies on.

    `colours` is 0 (monochrome), 16, 256 or 2**24. `erase_coloured`: an erased cell takes the current background
    (terminfo `bce`). `erase_run`: ECH exists. `repeat`: REP exists. `insert_lines`: IL and DL exist. `links`: OSC 8
    is understood or ignored.
    `multiplexer` is "tmux", "screen" or "". `ssh`: the session came in over SSH.
    """

    term: str
    colours: int = 256
    utf8: bool = True
    erase_coloured: bool = True
    erase_run: bool = True
    repeat: bool = False
    insert_lines: bool = True
    alternate_screen: bool = True
    links: bool = True
    multiplexer: str = ""
    ssh: bool = False

    @property
    def colour_system(self) -> str:
        """The name Textual's TEXTUAL_COLOR_SYSTEM has for these colours."""
        return {0: "standard", 16: "standard", 256: "256"}.get(self.colours, "truecolor")


# family: (erase_coloured, erase_run, repeat, insert_lines), as in terminfo's bce, ech, rep, il.
_FAMILIES: dict[str, tuple[bool, bool, bool, bool]] = {
    "xterm": (True, True, False, True),
    "linux": (True, True, False, True),
    "tmux": (True, True, False, True),  # its terminfo entry is older than its bce and ech
    "screen": (False, False, False, True),
    "vt": (False, False, False, False),
}
_LIKE_XTERM = (
    "xterm",
    "alacritty",
    "foot",
    "kitty",
    "ghostty",
    "wezterm",
    "contour",
    "konsole",
    "vte",
    "gnome",
    "iterm",
    "st",
)
_REPEATS = ("xterm-kitty", "foot", "alacritty", "wezterm", "xterm-ghostty", "contour")
_WITHOUT_COLOUR = ("vt", "dumb", "ansi-m", "xterm-mono")


def detect(environ: Mapping[str, str] | None = None) -> Capabilities:
    """The capabilities that `environ` (the process's own by default) promises."""
    environ = os.environ if environ is None else environ
    term = environ.get("TERM", "")
    family = _family(term)
    coloured, run, repeat, insert = _FAMILIES[family]
    return Capabilities(
        term=term,
        colours=_colours(term, environ),
        utf8=is_utf8(environ),
        erase_coloured=coloured,
        erase_run=run,
        repeat=repeat or term.startswith(_REPEATS),
        insert_lines=insert,
        alternate_screen=family not in {"linux", "vt"},
        links=family in {"xterm", "tmux"},
        multiplexer=_multiplexer(term, environ),
        ssh=any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")),
    )


def describe(can: Capabilities) -> str:
    """The abilities in a few words, for a bug report."""
    colours = "no colours" if can.colours == 0 else "true colours" if can.colours > 256 else f"{can.colours} colours"
    ways = [name for name, on in ((can.multiplexer, can.multiplexer), ("over ssh", can.ssh)) if on]
    return ", ".join([colours, "UTF-8" if can.utf8 else "ASCII", *ways])


def _family(term: str) -> str:
    for name in ("tmux", "screen", "linux"):
        if term.startswith(name):
            return name
    return "xterm" if term.startswith(_LIKE_XTERM) else "vt"


def _colours(term: str, environ: Mapping[str, str]) -> int:
    if environ.get("NO_COLOR") or term.startswith(_WITHOUT_COLOUR):
        return 0
    if environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"} or term.endswith("-direct"):
        return TRUE_COLOURS
    return 256 if "256color" in term else 16


def _multiplexer(term: str, environ: Mapping[str, str]) -> str:
    if environ.get("TMUX") or term.startswith("tmux"):
        return "tmux"
    return "screen" if environ.get("STY") or term.startswith("screen") else ""


def is_utf8(environ: Mapping[str, str] | None = None) -> bool:
    """Whether the locale's characters are UTF-8: the first of LC_ALL, LC_CTYPE and LANG that is set decides.

    With none set the terminal is taken to be UTF-8, as nearly all are. LATERAL_LOCALE is what the command `lateral` has
    found, before Python put a UTF-8 in the place of the locale C.
    """
    environ = os.environ if environ is None else environ
    for name in ("LATERAL_LOCALE", "LC_ALL", "LC_CTYPE", "LANG"):
        if value := environ.get(name):
            return value.lower().replace("-", "").endswith("utf8")
    return True


def refusal(environ: Mapping[str, str] | None = None, input_fd: int = 0) -> str | None:
    """Why the reader cannot open here, as one sentence; None where it can."""
    environ = os.environ if environ is None else environ
    if not is_terminal(input_fd) or output_terminal() is None:
        return "lateral needs a terminal to open the reader; over SSH add -t, or use lateral --plain."
    if environ.get("TERM", "") in {"", "dumb"}:
        return "This terminal (TERM=dumb) cannot place text on the screen; use lateral --plain."
    return None


def require() -> None:
    """Raise UsageError, with the reason, where the reader cannot open."""
    if reason := refusal():
        raise UsageError(reason)


def is_terminal(fd: int) -> bool:
    """Whether `fd` is open and a terminal."""
    try:
        return os.isatty(fd)
    except OSError:
        return False


def output_terminal() -> int | None:
    """The file descriptor to paint on: standard output, or standard error where output goes elsewhere."""
    return next((fd for fd in (1, 2) if is_terminal(fd)), None)
