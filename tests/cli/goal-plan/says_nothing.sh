# What says nothing, or what nobody could take as meant, is not written down.
day='--now 2026-11-23'
goal-plan new --family voice $day --seed 1 -q
cp data/reconnect/journal.csv kept
try() {
	goal-plan "$@" $day </dev/null 2>&1
	echo "$? $*"
}
try edit nxs.4
try edit nxs.4 --text ''
try predict nxs.4 --note ''
try predict nxs.4 --note -
try predict nxs.4 --note '  '
try edit nxs.4 --text '  '
try edit nxs.4 --cue ' '
try add '  '
try add Swim --setting moon
try edit nxs.4 --setting moon
try split nxs.4 ' '
try split nxs.4 'Something larger.' --suds 30
try split nxs.1
try list --journal ''
try due --lead 1
try due --quiet-hours 22-07
try due --remind --within 3
try due --remind --on 2026-12-31
cmp kept data/reconnect/journal.csv
ls state/reconnect 2>/dev/null
# Nothing is the last that only rests.
goal-plan pause
try 'done' nxs.4
goal-plan resume $day
printf 'concept,severity,flag\nyyy,0,crisis\n' | goal-plan new $day -q 2>/dev/null
try 'done' nxs.4
