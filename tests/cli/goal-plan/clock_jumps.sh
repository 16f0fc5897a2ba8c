# What a clock that stood years ahead has told of is told again once it stands
# right; an hour put back tells nothing twice.
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
remind() {
	echo "$1:"
	goal-plan due --remind --now "$1"
}
remind 2036-01-01
remind 2026-11-22
remind 2026-11-23T09:00:00+01:00
remind 2026-11-23T08:30:00+01:00
remind 2026-11-24
# The hour that comes twice, and the one that never does.
TZ=Europe/Berlin
export TZ
say() {
	goal-plan "$@" 2>&1
}
say 'done' nxs.4 --now 2026-10-25T02:30:00+02:00
say 'done' nxs.4 --now 2026-10-25T02:30:00+01:00
say 'done' nxs.1 --now 2027-03-28T02:30:00+01:00
say due --now 2027-03-28
grep -o '2[^,]*,done,[^,]*' data/reconnect/journal.csv
