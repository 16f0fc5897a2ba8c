# A ladder made one's own, and taken back again.
day='--now 2026-11-22 --seed 1'
show() {
	goal-plan list --csv $day | cut -d, -f2,3,5-9,11- | grep "$1"
	echo
}
goal-plan new --family voice $day -q
goal-plan add --ladder nxs --suds 50 --cue 'it is Sunday' 'Call Bo, "now"' $day
show 16
printf 'Water the\nplants' | goal-plan add - --every ++1w --due 2026-11-01 $day
id=$(goal-plan list --csv | sed -n '/,own,/s/^,\([^,]*\),.*/\1/p')
goal-plan done "$id" $day
show own
goal-plan rate nxs.4 --suds 80 $day
show 'nxs.[45],'
goal-plan edit nxs.5 --text 'Ask for a cushion.' --minutes 7 --due 2026-12-24 \
	$day
show 'nxs.5,'
goal-plan split nxs.5 $day
goal-plan split nxs.5 'Look at the cushion.' --suds 33 $day
show cushion
goal-plan remove nxs.17 $day
goal-plan undo $day -q
goal-plan undo $day -q
show cushion
goal-plan remove nxs $day
show nxs
goal-plan undo $day -q
show nxs.5,
