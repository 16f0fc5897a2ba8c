# A bank named by its path is found again from another folder; where it is gone,
# that is said, and the other histories are shown.
. "$TOP"/tests/terminal.sh
terminal 70 30
mkdir -p "$XDG_DATA_HOME"/reconnect/instruments own
sed 's/^item,scale/item,text,scale/;s/^\(one\|two\|three\),/&How \1?,/' \
	"$TOP"/tests/data/grm.txt > "$XDG_DATA_HOME"/reconnect/instruments/grm.txt
isolate-quiz calibrate -i grm "$TOP"/tests/data/grm.csv > own/bank.txt
run 0 'yes 1 | isolate-quiz take --adaptive --irt own/bank.txt --now 2026-03-01 -q'
run 0 'yes 1 | isolate-quiz take --now 2026-03-02 k6'
yes 1 | isolate-quiz take --adaptive --irt own/bank.txt --now 2026-03-01 |
	cut -d , -f 3,7
run 0 'cd own; isolate-quiz history'
screen elsewhere
mv own/bank.txt own/moved.txt
run 1 'isolate-quiz history 2> err'
screen gone
sed "s|: /.*/own/|: .../own/|" own/err >&2
