# In a crisis no pager opens over the lines of help, and where they have gone
# off the screen they stand last, too.
. "$TOP"/tests/terminal.sh
terminal 44 24
run 0 'concept-lookup i want to die'
screen tall
run 0 'concept-lookup --list -n 2 i want to die'
screen short
