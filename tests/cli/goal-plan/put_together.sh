# A try that stands twice, in journals put together by cat, counts once, as
# after compact.
exec 2>&1
goal-plan new --family voice --now 2026-11-22 --seed 1 -q --journal here.csv
goal-plan done nxs.4 --peak 70 --now 2026-11-23 --seed 2 -q --journal here.csv
cp here.csv there.csv
goal-plan done nxs.5 --now 2026-11-25 --seed 3 -q --journal here.csv
goal-plan done nxs.4 --now 2026-11-24 --seed 4 -q --journal there.csv
goal-plan undo --now 2026-11-24 --seed 5 -q --journal there.csv
goal-plan done nxs.4 --peak 60 --now 2026-11-24 --seed 6 -q --journal there.csv
cat here.csv there.csv >both.csv
look() {
	goal-plan check --journal both.csv
	goal-plan progress --csv --journal both.csv
	goal-plan list --csv --now 2026-11-25 --journal both.csv >"$1"
}
look before
goal-plan compact --journal both.csv
look after
cmp before after
