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
plan done "$id" --seed 600

# A rewriting: each file is one of the two, byte for byte.
verdict() {
	for file in $files; do
		cmp -s now/$file old.$file || cmp -s now/$file new.$file ||
			wrong "$file neither old nor new"
	done
	case $how in
	kill | tear)
		goal-plan compact $day 2>/dev/null || wrong 'cannot go on'
		set -- now/*.tmp
		[ ! -e "$1" ] || wrong "$1 is left"
		;;
	EINTR | short)
		cmp -s now/journal.csv new.journal.csv ||
			wrong 'did not carry on' ;;
	*)	[ "$rc" -eq 4 ] || wrong 'no exit 4' ;;
	esac
}

rewriting() {
	name=$1
	shift
	afresh
	"$@" 2>/dev/null
	for file in $files; do
		cp before/$file old.$file
		cp now/$file new.$file
		cmp -s old.$file new.$file && echo "$name: $file as before"
	done
	walk "$name" kill "$all" "$@"
	walk "$name" tear write "$@"
	walk "$name" short write "$@"
	walk "$name" EINTR write,fsync,flock "$@"
	walk "$name" ENOSPC write,fsync,openat,renameat "$@"
	walk "$name" EIO write,fsync "$@"
}
files='journal.csv journal.csv.told'
{
	echo time,id,due,lead
	echo "2026-09-01T20:00:00Z,$id,2026-09-01,0"
	echo "2026-11-23T20:00:00Z,$id,2026-11-23,0"
} >before/journal.csv.told
rewriting compact goal-plan compact $day
rm before/journal.csv.told
files=journal.csv
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
