# Each lead time of each step once; what a sleeping machine missed, once; told
# again where the ledger could not be written, and never lost.
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
remind() {
	echo "$*:"
	goal-plan due --remind "$@"
	[ $? -eq 0 ] || echo "exit $?"
}
remind --now 2026-11-20 --lead 2,0
remind --now 2026-11-21 --lead 2,0
remind --now 2026-11-22 --lead 2,0
remind --now 2026-11-23T23:30:00Z --lead 2,0 --quiet-hours 22-07
remind --now 2026-11-24T07:00:00Z --lead 2,0 --quiet-hours 22-07
remind --now 2026-11-24T07:01:00Z --lead 2,0 --show-text
goal-plan done nxs.4 --now 2026-11-24 -q
remind --now 2026-11-30 --lead 2,0
remind --now 2026-11-30 --lead 2,0 --exit-code
cat state/reconnect/reminders.csv
echo 'a full disk, then room again:'
goal-plan done nxs.4 --now 2026-11-30 -q
goal-plan due --remind --now 2026-12-02 >/dev/full
remind --now 2026-12-02
