# What commands cost in instructions, which unlike seconds are the same on a busy
# machine: source this, then
#
#   instructions COMMAND ...          how many it executes
#   limit HUNDREDTHS FLOOR COST NAME  says so where COST is more of FLOOR
#
# The case ends, passed, on a build with sanitizers, which is not what is measured,
# and where there is no valgrind.
# shellcheck shell=sh
build=$(dirname "$(command -v isolate-quiz)")
bench=$build/tests/bench
[ -x "$bench/generate" ] || exit 0
command -v valgrind >/dev/null || exit 0

instructions() {
	"$@" >/dev/null 2>&1 || echo "$*: exit $?" >&2
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" \
		2>&1 >/dev/null | sed -n 's/.*Collected : //p'
}

limit() {
	[ "$(($3 * 100))" -le "$(($2 * $1))" ] ||
		echo "$4 costs $(($3 * 100 / $2)) hundredths, over $1"
}
