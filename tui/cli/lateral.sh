#!/bin/sh
# The command lateral: shows the screen that the last session left, then becomes lateral-main, which is Python.
#
# Python takes longer to start than a person takes to wonder; a shell, stty and head take five milliseconds. The
# terminal is made raw first, or what is typed ahead would be echoed. tui/terminal/lastscreen.py writes the file:
# what must be the same for it to fit (arguments, environment, size), how many bytes to show, when it was written,
# and those bytes. tui/terminal/boot.py goes on from there.

show() {
  IFS= read -r arguments && [ "$arguments" = "$*" ] || return
  IFS= read -r environment && [ "$environment" = "$LATERAL_FIT" ] || return
  IFS= read -r size && IFS= read -r bytes && IFS= read -r written || return
  before=$(stty -g <&3) || return
  trap 'exit 143' TERM
  trap 'exit 129' HUP
  trap 'printf "\033[m\033[?7h\033[?1049l\033[?25h"; stty "$before"' EXIT # where there is no Python to go on
  if [ "$(stty -icanon -echo -isig -iexten -icrnl -inlcr -igncr -istrip -ixon -ixoff -opost size <&3)" = "$size" ]; then
    head -c "$bytes"
    export LATERAL_SHOWN="$written|$before"
  else
    trap - EXIT
    stty "$before" <&3
  fi
}

# Python changes its own LC_CTYPE, and so has to be told what it was.
export LATERAL_LOCALE="${LC_ALL:-${LC_CTYPE:-$LANG}}"
export LATERAL_FIT="$TERM|$COLORTERM|$NO_COLOR|$LC_ALL|$LC_CTYPE|$LANG|$TMUX|$LATERAL_LIBRARY|$LATERAL_OUTPUT"
unset LATERAL_SHOWN
case $0 in */*) main=${0%/*}/lateral-main ;; *) main=lateral-main ;; esac
if [ ! -x "$main" ] && [ -h "$0" ]; then # a link that stands alone
  main=$(readlink -f "$0")
  main=${main%/*}/lateral-main
fi
kept=${XDG_STATE_HOME:-$HOME/.local/state}/lateral/last-screen
[ -d "$HOME/Library/Application Support/lateral" ] && kept="$HOME/Library/Application Support/lateral/last-screen"
if [ -t 0 ] && [ -t 1 ] && [ -x "$main" ] && [ -r "$kept" ]; then
  ifs=$IFS
  IFS='|'
  show "$@" 3<&0 <"$kept"
  IFS=$ifs
fi
# A signal now would leave the terminal half made: it waits until Python can give that back, where env can have it wait.
if [ -n "$LATERAL_SHOWN" ] && read -r first <"$main" && python=${first#??} && [ -x "${python%% *}" ] &&
  env --default-signal=TERM,HUP --block-signal=TERM,HUP true 2>/dev/null; then
  trap '' TERM HUP
  exec env --default-signal=TERM,HUP --block-signal=TERM,HUP "$main" "$@"
fi
exec "$main" "$@"
