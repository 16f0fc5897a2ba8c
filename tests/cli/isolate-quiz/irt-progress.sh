# Progress shows on a terminal, and with --quiet not.
. "$TOP"/tests/terminal.sh
terminal 78 20
cp "$TOP"/tests/data/grm.csv "$TOP"/tests/data/grm.txt .
run 0 'isolate-quiz calibrate -i ./grm.txt grm.csv > bank.txt'
screen progress | sed 's/step [0-9]*/step N/;s/moved .*/moved/'
run 0 'isolate-quiz calibrate -q -i ./grm.txt grm.csv > bank.txt'
screen quiet
awk -F, '{ print $0 "," (NR == 1 ? "arm" : NR % 2) }' grm.csv > arms.csv
run 0 'isolate-quiz calibrate --dif arm -i ./grm.txt arms.csv > dif.csv'
screen dif | sed 's/step [0-9]*/step N/;s/moved .*/moved/'
