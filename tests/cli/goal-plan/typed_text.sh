# One Ctrl-D ends a text, or a stream, that is typed.
. "$TOP"/tests/terminal.sh
terminal 80 30 C.UTF-8
key 'clear; goal-plan add - --seed 1; echo rc $?' Enter
see 'Ctrl-D'
key 'Walk' Enter
key C-d
see 'rc 0'
run 0 true
key 'clear; goal-plan new --now 2026-11-22 --seed 2; echo rc $?' Enter
see 'Ctrl-D'
key 'concept,severity' Enter
key 'voice-and-assertiveness,1' Enter
key C-d
see 'rc 0'
goal-plan list --csv --now 2026-11-22 | cut -d, -f3 | uniq
