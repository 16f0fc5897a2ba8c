# --plain asks line by line, for a screen reader: nothing is drawn over.
. "$TOP"/tests/terminal.sh
terminal 72 60
key 'clear; isolate-quiz take --plain k6; echo rc $?' Enter
see '0 of 6'
key 4 Enter
see '1 of 6'
key x Enter
see 'Please choose'
key b Enter
see 'Your answer was 4'
key 3 Enter
see 'hopeless?' 3
key s Enter
for done in 3 4 5; do
	see "$((done - 1)) of 6"
	key 0 Enter
done
see '5 of 6'
key 1 Enter
see 'rc 0'
screen plain
