# What was undone is named.
plan() {
	goal-plan "$@" --seed 1
}
plan new --family voice --now 2026-11-22 -q
printf 'concept,severity,flag\nshyness,1,distress\n' |
	plan new --now 2026-11-23 -q 2>/dev/null
plan predict nxs.4 --suds 30 --now 2026-11-23
plan 'done' nxs.4 -q --now 2026-11-24
plan skip nxs.5 -q --now 2026-11-25
plan pause --now 2026-11-26
plan resume nxs --now 2026-11-27
plan add Swim --ladder nxs -q --now 2026-11-28
plan rate nxs.5 --suds 20 --now 2026-11-29
plan edit nxs.5 --text Wave. --now 2026-11-30
plan split nxs.5 -q --now 2026-12-01
plan remove nxs.5 --now 2026-12-02
plan remove nxs --now 2026-12-03
plan add Run -q --now 2026-12-04
while plan undo --now 2026-12-05; do
	:
done
