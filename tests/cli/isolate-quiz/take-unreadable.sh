# A sitting that was left and cannot be read now is not given up for a new one.
. "$TOP"/tests/terminal.sh
mkdir -p "$XDG_STATE_HOME/reconnect/sitting/k6.csv"
terminal 250 20
run 4 'isolate-quiz take k6'
screen unreadable | sed "s|$HOME|HOME|; s/ended:.*/ended/"
find "$XDG_STATE_HOME" -mindepth 1 | sed "s|$HOME/||" | sort
