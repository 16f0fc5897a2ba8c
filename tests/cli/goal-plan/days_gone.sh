# A day that has passed is told of: no step can wait for it.
plan() {
	goal-plan "$@" --now 2026-11-22 2>&1
	echo "$? $*"
}
plan new --family voice --start 2025-11-23 --quiet-days sun --seed 1
plan new --family be-seen --start 2026-11-22 --seed 2
plan new --print --family reach-out --start 2026-11-21 --seed 3 | cut -d, -f2,12,13 |
	sed 3q
plan add Swim --due 2026-11-20 --seed 4
plan edit nxs.4 --due 2026-11-15
plan edit nxs.5 --due 2026-11-22
# The day from which it comes round may well be one.
plan add Sing --due 2026-11-19 --every ++1w
plan edit nxs.2 --due 2026-11-01 -q
goal-plan list --now 2026-11-22 --csv |
	grep -E ',(due|next)$' | sed 's/\(,[^,]*\).*,\(.*,.*\)/\1,\2/'
