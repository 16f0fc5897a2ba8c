# What may stand in the place of the journal: a folder, a FIFO that nobody writes
# into, a link to another file, a file that others can read.
j=data/reconnect/journal.csv
day='--now 2026-11-22 --seed 1'
try() {
	echo "$1:"
	timeout 20 goal-plan list $day 2>&1 >/dev/null | sed "s|$PWD/||"
	timeout 20 goal-plan add Swim $day 2>&1 | sed "s|$PWD/||"
}
goal-plan new --family voice $day -q
cp $j kept
rm $j
mkdir $j && try folder
rmdir $j && mkfifo $j && try FIFO
rm $j && cp kept other && ln -s "$PWD/other" $j && try link
cmp kept other
rm $j && cp kept $j && chmod 644 $j && try 'open to all'
stat -c %a $j
goal-plan check
