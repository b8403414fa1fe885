"""The colours: dark, light, high contrast, the terminal's own sixteen, and none at all.

A theme gives each ink of `widgets.ink` a colour, a background and a text style as the variables `$ink-NAME`,
`$ink-NAME-ground` and `$ink-NAME-style` that `styles/ink.tcss` uses. What carries meaning differs in text style or in a
sign in the margin as well, never in colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

from tui.widgets.ink import INKS

NONE = "transparent"

_STYLES: dict[str, str] = {
    "title": "bold", "heading": "bold", "key": "bold", "match": "bold underline", "unread": "bold",
    "claim-3": "bold", "figure": "none", "quote": "italic", "marked": "underline", "differs": "bold underline",
    "alone": "underline", "problem": "bold", "active": "bold", "chosen": "bold underline",
}  # fmt: skip


def _variables(colours: Mapping[str, tuple[str, str]], styles: Mapping[str, str] = {}) -> dict[str, str]:
    chosen = {**_STYLES, **styles}
    variables: dict[str, str] = {}
    for ink in INKS:
        colour, ground = colours.get(ink, (NONE, NONE))
        variables |= {f"ink-{ink}": colour, f"ink-{ink}-ground": ground, f"ink-{ink}-style": chosen.get(ink, "none")}
    return variables


# The inks are colours of the 256 that xterm has: they look alike with 256 and with true colours, and the output layer
# names them in half the bytes.
_DARK = {
    "title": ("#eeeeee", NONE), "dim": ("#949494", NONE), "accent": ("#87afd7", NONE), "heading": ("#87afd7", NONE),
    "key": ("#d7af5f", NONE), "rule": ("#444444", NONE), "match": ("#ffd787", NONE), "selected": (NONE, "#303030"),
    "active": ("#ffd787", NONE), "unread": ("#ffd787", NONE), "claim-1": (NONE, NONE),
    "claim-2": ("#ffd7af", NONE), "claim-3": (NONE, "#5f5f00"), "claim-mark": ("#d7af5f", NONE),
    "figure": ("#87d7af", NONE), "quote": ("#afafd7", NONE), "marked": (NONE, "#005f5f"), "same": ("#87af87", NONE),
    "differs": ("#ffafaf", "#5f0000"), "related": ("#87afff", NONE), "only": ("#d7af87", NONE),
    "problem": ("#ff8787", NONE), "bar": ("#87afd7", NONE), "chosen": ("#eeeeee", NONE), "label": ("#eeeeee", NONE),
}  # fmt: skip

_LIGHT = {
    "title": ("#1d1f24", NONE), "dim": ("#68707d", NONE), "accent": ("#1f6380", NONE), "heading": ("#1f6380", NONE),
    "key": ("#8a5a00", NONE), "rule": ("#c9c5ba", NONE), "match": ("#8a3d00", "#ffe7a8"), "selected": (NONE, "#e6e2d6"),
    "active": ("#8a3d00", NONE), "unread": ("#b35c00", NONE), "claim-1": (NONE, "#f7f0dc"),
    "claim-2": (NONE, "#fbe9b9"), "claim-3": ("#2b1d00", "#ffd982"), "claim-mark": ("#b97a00", NONE),
    "figure": ("#0c6b4b", NONE), "quote": ("#5a3d9a", NONE), "marked": (NONE, "#cfe7ef"), "same": ("#2f6f33", NONE),
    "differs": ("#8c1d10", "#fbd9d2"), "related": ("#2a5b94", NONE), "only": ("#80560a", NONE),
    "problem": ("#a8240f", NONE), "bar": ("#3f86a5", NONE), "chosen": ("#1d1f24", NONE), "label": ("#1d1f24", NONE),
}  # fmt: skip

_CONTRAST = {
    "title": ("#ffffff", NONE), "dim": ("#d0d0d0", NONE), "accent": ("#5fd7ff", NONE), "heading": ("#5fd7ff", NONE),
    "key": ("#ffff5f", NONE), "rule": ("#9e9e9e", NONE), "match": ("#000000", "#ffff5f"), "selected": (NONE, "#303030"),
    "active": ("#ffff5f", NONE), "unread": ("#ffff5f", NONE), "claim-1": (NONE, NONE), "claim-2": ("#ffff87", NONE),
    "claim-3": ("#000000", "#ffd75f"), "claim-mark": ("#ffd75f", NONE), "figure": ("#5fffaf", NONE),
    "quote": ("#d7afff", NONE), "marked": (NONE, "#005f87"), "same": ("#87ff87", NONE),
    "differs": ("#ffffff", "#af0000"), "related": ("#87d7ff", NONE), "only": ("#ffd75f", NONE),
    "problem": ("#ff875f", NONE), "bar": ("#5fd7ff", NONE), "chosen": ("#ffffff", NONE), "label": ("#ffffff", NONE),
}  # fmt: skip

_TERMINAL = {
    "dim": ("ansi_bright_black", NONE), "accent": ("ansi_cyan", NONE), "heading": ("ansi_cyan", NONE),
    "key": ("ansi_yellow", NONE), "rule": ("ansi_bright_black", NONE), "match": ("ansi_yellow", NONE),
    "active": ("ansi_yellow", NONE), "unread": ("ansi_yellow", NONE), "claim-2": ("ansi_yellow", NONE),
    "claim-3": ("ansi_yellow", NONE), "claim-mark": ("ansi_yellow", NONE), "figure": ("ansi_green", NONE),
    "quote": ("ansi_magenta", NONE), "same": ("ansi_green", NONE), "differs": ("ansi_red", NONE),
    "related": ("ansi_blue", NONE), "only": ("ansi_yellow", NONE), "problem": ("ansi_red", NONE),
    "bar": ("ansi_cyan", NONE),
}  # fmt: skip

# Where there is no background to tint, the selected row and the marked sentence are shown by style.
_PLAIN_STYLES = {"selected": "bold", "marked": "underline", "claim-3": "bold underline", "claim-2": "bold"}
_MONO_STYLES = {
    "selected": "bold", "marked": "reverse", "claim-3": "bold", "claim-2": "bold", "figure": "underline",
    "quote": "none", "differs": "reverse", "match": "reverse",
}  # fmt: skip

_ANSI = {
    "primary": "ansi_cyan", "secondary": "ansi_cyan", "accent": "ansi_yellow", "warning": "ansi_yellow",
    "error": "ansi_red", "success": "ansi_green", "foreground": "ansi_default", "background": "ansi_default",
    "surface": "ansi_default", "panel": "ansi_default", "boost": "ansi_default",
}  # fmt: skip


# What Textual's own styles ask of a theme in native colours.
_ANSI_VARIABLES = {
    "ansi-background": "ansi_black", "ansi-foreground": "ansi_white", "border-blurred": "ansi_bright_black",
    "block-cursor-foreground": "ansi_black", "block-cursor-background": "ansi_white",
    "input-cursor-background": "ansi_default", "input-cursor-foreground": "ansi_default",
    "input-selection-background": "ansi_bright_blue", "input-selection-foreground": "ansi_black",
    "screen-selection-background": "ansi_bright_blue", "screen-selection-foreground": "ansi_black",
}  # fmt: skip


def _native(name: str, dark: bool, variables: dict[str, str]) -> Theme:
    return Theme(name=name, dark=dark, ansi=True, variables=_ANSI_VARIABLES | variables, **_ANSI)  # type: ignore[arg-type]


THEMES: tuple[Theme, ...] = (
    Theme(
        name="dark", primary="#87afd7", accent="#ffd787", warning="#d7af5f", error="#ff8787", success="#87af87",
        foreground="#d7d7d7", background="#1c1c1c", surface="#262626", panel="#262626", dark=True,
        variables=_variables(_DARK, {"claim-3": "none"}),
    ),
    Theme(
        name="light", primary="#1f6380", accent="#8a5a00", warning="#b97a00", error="#a8240f", success="#2f6f33",
        foreground="#2a2d33", background="#fbf9f3", surface="#f2efe6", panel="#f2efe6", dark=False,
        variables=_variables(_LIGHT),
    ),
    Theme(
        name="high contrast", primary="#5fd7ff", accent="#ffff5f", warning="#ffd75f", error="#ff875f",
        success="#87ff87", foreground="#ffffff", background="#000000", surface="#000000", panel="#000000", dark=True,
        variables=_variables(_CONTRAST),
    ),
    _native("terminal", True, _variables(_TERMINAL, _PLAIN_STYLES)),
    _native("no colour", True, _variables({}, _MONO_STYLES)),
)  # fmt: skip

DEFAULTS: dict[str, str] = _variables({})


def automatic(environ: Mapping[str, str]) -> str:
    """The theme for a terminal that its user has said nothing about: none under NO_COLOR, the terminal's own
    colours where it has but sixteen, else dark."""
    if environ.get("NO_COLOR"):
        return "no colour"
    kind = environ.get("TERM", "")
    rich = "256" in kind or "truecolor" in environ.get("COLORTERM", "") or "24bit" in environ.get("COLORTERM", "")
    return "dark" if rich or kind in {"xterm-kitty", "alacritty", "foot"} else "terminal"
