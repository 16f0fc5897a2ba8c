# That a sitting cannot be kept is said above the question, not in the middle of it.
. "$TOP"/tests/terminal.sh
terminal 250 30
mkdir -p "$XDG_STATE_HOME/reconnect/sitting"
ln -s nowhere "$XDG_STATE_HOME/reconnect/sitting/k6.csv.lock"
key 'clear; isolate-quiz take k6' Enter
see '0/6'
key 1
see '1/6'
screen kept | sed "s,isolate-quiz: .*reconnect,isolate-quiz: STATE,"
key q
see 'stopped after 1'
