# Killed, torn or failed at any call, a command leaves the journal as it was
# before or as it is after, never in between, and the next one works.
# shellcheck disable=SC2154
. "$TOP/tests/fault/walk.sh"

day='--now 2026-11-22T20:00:00Z --seed 5 --journal now/journal.csv -q'
all=open,openat,mkdir,chmod,fchmod,write,fsync,ftruncate,unlinkat,flock,close

# The steps, and the records that no list shows; where there is no journal, what
# an empty one shows.
see() {
	if [ -e now/journal.csv ]; then
		# shellcheck disable=SC2086
		goal-plan list --csv $day
	else
		goal-plan list --csv
	fi
	sed -n '/,done,/p' now/journal.csv 2>/dev/null | wc -l
}

verdict() {
	see >seen 2>&1
	if ! cmp -s seen old && ! cmp -s seen new; then
		wrong "neither old nor new: $(diff seen old | head -n 3)"
	fi
	case $how in
	kill | tear) [ "$rc" -eq 137 ] || wrong "was not killed" ;;
	short | EINTR)
		cmp -s seen new && [ "$rc" -eq 0 ] || wrong "did not carry on"
		return ;;
	*)
		[ "$rc" -eq 4 ] && grep -q journal.csv said ||
			wrong "no exit 4 and message: $(cat said)"
		return ;;
	esac
	# shellcheck disable=SC2086
	goal-plan new --family voice $day 2>next ||
		wrong "the next command fails: $(cat next)"
	grep -q ',voice,' now/journal.csv || wrong "the next command is lost"
}

# walks NAME COMMAND ...: all walks of one command.
walks() {
	name=$1
	shift
	afresh
	see >old 2>&1
	"$@" 2>/dev/null
	see >new 2>&1
	cmp -s old new && echo "$name changes nothing"
	walk "$name" kill "$all" "$@"
	walk "$name" tear write "$@"
	walk "$name" short write "$@"
	walk "$name" EINTR write,flock,fsync "$@"
	walk "$name" ENOSPC write,fsync,mkdir,openat "$@"
	walk "$name" EDQUOT write "$@"
	walk "$name" EIO write,fsync "$@"
}

mkdir before
# shellcheck disable=SC2086
{
	walks 'the first ladder' goal-plan new --family reach-out $day
	goal-plan new --family reach-out $day --journal before/journal.csv
	id=$(goal-plan list --csv $day --journal before/journal.csv |
		sed -n '/,exposure\|,experiment/{s/^,\([^,]*\),.*/\1/p;q;}')
	walks 'another ladder' goal-plan new --family be-seen $day
	walks 'a try' goal-plan done "$id" --peak 20 --note 'well, well' $day
	printf '1,torn' >>before/journal.csv
	walks 'a try after a torn line' goal-plan done "$id" --peak 20 $day
}
