# Expected beside felt, as a chart, a table and a picture.
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
try() { # ID DAY EXPECTED LIKELY PEAK AFTER HAPPENED
	goal-plan predict "$1" --suds "$3" --likelihood "$4" --now "$2" -q
	goal-plan done "$1" --peak "$5" --likelihood "$6" --happened "$7" \
		--now "$2" -q
}
goal-plan progress
try nxs.4 2026-11-23 60 80 45 60 no
try nxs.4 2026-11-25 50 60 55 50 partly
goal-plan done nxs.1 --now 2026-11-25 -q
try nxs.4 2026-11-27 50 50 20 30 no
goal-plan done nxs.1 --happened yes --now 2026-11-28 -q
goal-plan progress
goal-plan progress --csv
goal-plan progress --svg nxs.4
goal-plan progress nxs.5
