# A file system that cannot flush a folder says EINVAL, and one across a network
# may be interrupted where a file is closed: what was written stands.
# shellcheck disable=SC2154
. "$TOP/tests/fault/walk.sh"

day='--now 2026-11-22 --seed 5 --journal now/journal.csv -q'
verdict() {
	[ "$rc" -eq 0 ] || wrong "$(cat said)"
}
mkdir before
# shellcheck disable=SC2086
{
	FAULT_CALLS=fsync FAULT_WHEN=2 FAULT_HOW=EINVAL LD_PRELOAD=$fault \
		goal-plan new --family voice $day
	echo $?
	walk new EINTR close goal-plan new --family voice $day
	goal-plan new --family voice $day --journal before/journal.csv
	goal-plan undo $day --journal before/journal.csv
	afresh
	FAULT_CALLS=fsync FAULT_WHEN=2 FAULT_HOW=EINVAL LD_PRELOAD=$fault \
		goal-plan compact $day
	echo $?
	walk compact EINTR close goal-plan compact $day
}
