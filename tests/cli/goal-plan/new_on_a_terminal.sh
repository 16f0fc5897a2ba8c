# Nobody is left before a cursor that says nothing.
. "$TOP"/tests/terminal.sh
terminal 100 30 C.UTF-8
key 'clear; goal-plan new; echo rc $?' Enter
see 'Ctrl-D'
key C-d
see 'rc'
screen waits | sed '/^\$$/d'
