# On a terminal that can do nothing a pager would ask for a key first; nothing
# else is changed by it.
. "$TOP/tests/terminal.sh"
terminal 80 24
run 0 'TERM=dumb concept-lookup --list'
screen dumb | tail -n 2
run 0 'TERM=dumb PAGER="head -n 2" concept-lookup --list'
screen its own pager
