"""Sequences that make a terminal do something, as text."""

from __future__ import annotations

# Every C0 and C1 control, alone.
CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))]

ESCAPES = [
    "\x1b[2J",  # clear the screen
    "\x1b[1;1H",  # go home
    "\x1b[31;7m",  # look like someone else's text
    "\x1b[?1049l",  # leave the alternate screen
    "\x1b[?25h",
    "\x1b[6n",  # ask for the cursor, to have the answer typed
    "\x1b[c",
    "\x1b[>c",
    "\x1b[21t",  # ask for the title
    "\x1bc",  # reset everything
    "\x1b#8",  # fill the screen with E
    "\x1b(0",  # line drawing instead of letters
    "\x1bN",
    "\x1b]0;owned\x07",  # set the title
    "\x1b]2;owned\x1b\\",
    "\x1b]4;1;red\x07",
    "\x1b]8;;https://example.org/evil\x1b\\click\x1b]8;;\x1b\\",  # a link that says something else
    "\x1b]8;;javascript:alert(1)\x07x\x1b]8;;\x07",
    "\x1b]52;c;b3duZWQ=\x07",  # write the clipboard
    "\x1b]52;c;?\x07",  # read it
    "\x1b]1337;File=inline=1:AAAA\x07",
    "\x1b]777;notify;owned;you\x07",
    "\x1bP+q544e\x1b\\",  # DCS
    "\x1bP$q m\x1b\\",
    "\x1bP1000p",  # tmux control mode
    "\x1b_Gf=24,s=1,v=1;AAAA\x1b\\",  # APC: kitty graphics
    "\x1b^private\x1b\\",  # PM
    "\x1bXstring\x1b\\",  # SOS
    "\x9b2J",  # the same with C1
    "\x9d0;owned\x9c",
    "\x90q\x9c",
    "\x1b[",  # cut short
    "\x1b]0;never ended",
    "\x1bP never ended",
    "\x1b\x1b[31m",
    "\x1b[0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0m",
    "\x1b[99999999999999999999;1H",
    "\x1b[38;2;999;999;999m",
    "\x07" * 20,
    "\x08" * 20 + "overwritten",
    "\rover the start",
    "\x0b\x0c",
    "\x0e\x0f",
]
