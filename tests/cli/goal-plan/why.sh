# Which line of the record decided.
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
say() {
	for id in nxs.1 nxs.4 nxs.5; do
		goal-plan why $id --now "$1"
	done
	echo
}
say 2026-11-23
goal-plan skip nxs.1 --now 2026-11-23 -q
goal-plan skip nxs.1 --now 2026-11-25 -q
goal-plan done nxs.4 --peak 20 --now 2026-11-23 -q
say 2026-11-24
goal-plan done nxs.4 --peak 20 --setting work --now 2026-11-25 -q
goal-plan done nxs.4 --peak 20 --now 2026-11-27 -q
goal-plan done nxs.5 --peak 90 --now 2026-11-30 -q
say 2026-12-01
goal-plan done nxs.4 --peak 50 --now 2026-12-02 -q
say 2026-12-03
goal-plan pause --now 2026-12-04
say 2026-12-05
