# A sitting that cannot be kept says so before the first question, is shown all
# the same, and is no success.
. "$TOP"/tests/terminal.sh
terminal 76 50
key 'unset XDG_DATA_HOME XDG_STATE_HOME; HOME=here' Enter
key 'clear; isolate-quiz take --now 2026-03-01 k6; echo rc $?' Enter
see '0/6'
screen begin
key 1 1 1 1 1 1
see 'rc '
screen end
test ! -e here && echo nothing
