# shellcheck shell=sh
# What two cores gain: the costlier half of a file takes no more than the whole
# divided by 1.8, counted in instructions, which unlike seconds are the same on a
# busy machine.  Says nothing unless that is not so; "make bench" has the seconds.
build=$(dirname "$(command -v isolate-quiz)")
bench=$build/tests/bench
[ -x "$bench/generate" ] || exit 0 # a build with sanitizers: not what is measured
command -v valgrind >/dev/null || exit 0

# instructions COMMAND ...: how many it executes.
instructions() {
	"$@" >/dev/null || echo "$*: exit $?" >&2
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" \
		2>&1 >/dev/null | sed -n 's/.*Collected : //p'
}

# gains COMMAND ...: with --part behind it, and without.
gains() {
	whole=$(instructions "$@")
	for half in 1/2 2/2; do
		part=$(instructions "$@" --part $half)
		[ "$((whole * 100))" -ge "$((part * 180))" ] ||
			echo "$* --part $half: $((part * 1000 / whole)) of 1000"
	done
}

"$bench/generate" answers 20000 50 1 5 >answers.csv
"$bench/generate" instrument 50 1 5 >scales.txt
{
	echo text
	"$bench/generate" lines 500000 | sed 's/.*/"&"/'
} >texts.csv
gains isolate-quiz score -i ./scales.txt answers.csv
gains isolate-quiz score --wide -i ./scales.txt answers.csv
gains isolate-quiz stats -i ./scales.txt --partial answers.csv
gains attrib-score -q -c text texts.csv
