# What keeps a rung up is said as it is: a fear from 80 to 48 has not stayed as
# it was, and has not come to half; and where no likelihood is given none is told.
day='--now 2026-11-23'
goal-plan new --family voice $day --seed 1 -q
try() {
	goal-plan "$@" $day 2>&1
}
try predict nxs.4 --likelihood 80
for after in 60 52 48; do
	try 'done' nxs.4 --likelihood $after --peak 50 --setting $after
done
try why nxs.4
try undo -q
try undo -q
try undo -q
try undo -q
for peak in 60 31 30; do
	try 'done' nxs.4 --peak $peak --setting $peak
done
