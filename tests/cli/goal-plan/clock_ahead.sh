# What is written down with the clock years ahead makes nothing wait for years.
exec 2>&1
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
goal-plan add Swim --every +1w --due 2026-11-24 --now 2026-11-22 --seed 2 -q
goal-plan done nxs.4 --now 2026-11-23 -q
goal-plan done nxs.4 --now 2036-11-25 -q
swim=$(goal-plan list --csv --now 2026-11-25 | sed -n '/Swim/s/^,\([^,]*\).*/\1/p')
goal-plan done "$swim" --now 2036-11-25 -q
due() {
	goal-plan due --now "$1" | sed "s/$swim/SWIM/"
}
echo the tries
due 2026-11-25
due 2026-12-01
goal-plan pause --now 2026-12-01
goal-plan resume --now 2036-12-01
echo resumed
due 2026-12-01
goal-plan check --now 2026-12-01
# A day ahead is no fault of a clock: elsewhere it is tomorrow.
goal-plan pause --now 2026-12-01
goal-plan resume --now 2026-12-02
due 2026-12-01
goal-plan check --now 2026-12-02 | sed 's/:.*by/: by/'
