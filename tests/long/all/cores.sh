# shellcheck shell=sh
# What two cores gain: the costlier half of a file takes no more than the whole
# divided by 1.8, in instructions.  Says nothing unless that is not so; "make bench"
# has the seconds.
. "$TOP"/tests/instructions.sh

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
