# A sitting that was left goes on after q, Ctrl-C and kill -9; when it is done
# the answers stand in the history, private, and nothing is left to resume.
. "$TOP"/tests/terminal.sh
terminal 80 50
key 'clear; isolate-quiz take --now 2026-03-01 k6' Enter
see '0/6'
key 1 2
see '2/6'
key q
see 'goes on from here'
key 'clear; isolate-quiz take k6' Enter
see '2 of 6 questions were answered before'
key Enter
see '2/6'
key 3
see '3/6'
key C-c
see 'stopped after 3 of 6'
key 'clear; sh -c "echo \$\$ > pid; exec isolate-quiz take k6"' Enter
see '3 of 6 questions'
key Enter
see '3/6'
key s
see '4/6'
kill -9 "$(cat pid)"
see Killed
key 'stty sane; clear; isolate-quiz take k6; echo rc $?' Enter
see '4 of 6 questions'
key Enter
see '4/6'
screen resumed
key 0
see '5/6'
key 4
see 'rc 0'
find "$XDG_DATA_HOME" "$XDG_STATE_HOME" -type f -printf '%f %m\n' | sort
cat "$XDG_DATA_HOME"/reconnect/history/k6.csv
isolate-quiz score "$XDG_DATA_HOME"/reconnect/history/k6.csv | cut -d , -f 2-8
