# Sourced by cases.  Walks through every call of a command on its files, lets it
# go wrong, and looks at what is left.
#
#   walk NAME HOW CALLS COMMAND ...
#
# HOW and CALLS are those of tests/fault/fault.c.  For each call N a copy of the
# folder "before" becomes "now" (the command works in it), the command meets the
# fault, and the function "verdict" is run, which may use
#
#   $name $how $n $rc   the walk, the fault, the call, the exit of the command
#   printed, said       files of its output and its messages
#   wrong TEXT ...      prints what is wrong
#
# A walk ends with the number of calls; it says so if there were none.

fault=$(dirname "$(command -v goal-plan)")/tests/fault/fault.so
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}verify_asan_link_order=0
export ASAN_OPTIONS

wrong() {
	echo "$name, $how at call $n, exit $rc: $*"
}

afresh() {
	rm -rf now
	cp -a before now
}

walk() {
	name=$1 how=$2 calls=$3
	shift 3
	afresh
	FAULT_CALLS=$calls FAULT_COUNT=$PWD/count LD_PRELOAD=$fault \
		"$@" >/dev/null 2>&1
	total=$(cat count)
	n=0 rc=-
	[ "$total" -gt 0 ] || wrong "no calls"
	while [ "$n" -lt "$total" ]; do
		n=$((n + 1))
		afresh
		FAULT_CALLS=$calls FAULT_WHEN=$n FAULT_HOW=$how \
			LD_PRELOAD=$fault "$@" >printed 2>said
		rc=$?
		verdict
	done
}
