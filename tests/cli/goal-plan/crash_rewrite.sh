# Killed or failed at any call: compact and merge leave the old journal or the
# new one; due --remind tells at least once, and twice only after a crash
# between its output and its ledger.
# shellcheck disable=SC2154
. "$TOP/tests/fault/walk.sh"

day='--now 2026-11-23T20:00:00Z --seed 5 --journal now/journal.csv'
all=open,openat,mkdir,chmod,fchmod,write,fsync,ftruncate,renameat,unlinkat,flock,close

mkdir before
plan() {
	goal-plan $day -q --journal $to/journal.csv "$@"
}
to=before
plan new --family voice --start 2026-11-23
id=$(plan list --csv | sed -n '/exposure/{s/^,\([^,]*\),.*/\1/p;q;}')
mkdir other
cp before/journal.csv other
plan done "$id"
plan undo
to=other
plan done "$id" --seed 6

# A rewriting: the file is one of the two, byte for byte.
verdict() {
	if ! cmp -s now/journal.csv old && ! cmp -s now/journal.csv new; then
		wrong 'neither old nor new'
	fi
	case $how in
	kill | tear)
		goal-plan compact $day 2>/dev/null || wrong 'cannot go on' ;;
	EINTR | short)
		cmp -s now/journal.csv new || wrong 'did not carry on' ;;
	*)	[ "$rc" -eq 4 ] || wrong 'no exit 4' ;;
	esac
}

rewriting() {
	name=$1
	shift
	cp before/journal.csv old
	afresh
	"$@" 2>/dev/null
	cp now/journal.csv new
	cmp -s old new && echo "$name changes nothing"
	walk "$name" kill "$all" "$@"
	walk "$name" tear write "$@"
	walk "$name" short write "$@"
	walk "$name" EINTR write,fsync,flock "$@"
	walk "$name" ENOSPC write,fsync,openat,renameat "$@"
	walk "$name" EIO write,fsync "$@"
}
rewriting compact goal-plan compact $day
rewriting merge goal-plan merge other/journal.csv $day

# Reminders.
verdict() {
	goal-plan due --remind $day >again 2>/dev/null
	told=$(sed -n '/,0$/p' now/journal.csv.told 2>/dev/null | wc -l)
	[ "$told" -eq 2 ] || wrong "$told of 2 marked in the end"
	[ -s printed ] || [ -s again ] || wrong 'never told'
	case $how in
	kill | tear) ;;
	EINTR | short) [ ! -s again ] || wrong 'told twice' ;;
	*) [ "$rc" -eq 4 ] || wrong 'no exit 4' ;;
	esac
}
for how in kill tear short EINTR ENOSPC EIO; do
	case $how in
	kill) calls=$all ;;
	tear | short) calls=write ;;
	*) calls=write,fsync,flock ;;
	esac
	walk reminders $how $calls goal-plan due --remind $day
done
