# shellcheck shell=sh
# What scoring costs, in instructions, which unlike seconds are the same on a
# busy machine: as multiples of libcsv counting the fields of the same file.
# Says nothing unless a limit is passed.
build=$(dirname "$(command -v isolate-quiz)")
bench=$build/tests/bench
[ -x "$bench/count" ] || exit 0 # a build with sanitizers: not what is measured
command -v valgrind >/dev/null || exit 0

# instructions COMMAND ...: how many it executes.
instructions() {
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" \
		2>&1 >/dev/null | sed -n 's/.*Collected : //p'
}

# limit HUNDREDTHS FILE COMMAND ...
limit() {
	most=$1
	floor=$(instructions "$bench/count" libcsv "$2")
	shift 2
	cost=$(instructions "$@")
	[ "$((cost * 100))" -le "$((floor * most))" ] ||
		echo "$* costs $((cost * 100 / floor)) hundredths, over $most"
}

for max in 5 100; do
	"$bench/generate" answers 20000 50 $((max == 5)) $max >a$max.csv
	"$bench/generate" instrument 50 $((max == 5)) $max >scales$max.txt
done
"$bench/generate" prose 5000 >prose.csv
limit 25 a5.csv "$bench/count" csvin a5.csv
limit 25 prose.csv "$bench/count" csvin prose.csv
limit 80 a5.csv isolate-quiz score --wide -i ./scales5.txt a5.csv
limit 110 a100.csv isolate-quiz score --wide -i ./scales100.txt a100.csv
limit 150 a5.csv isolate-quiz stats -i ./scales5.txt a5.csv

# Many partials, against the same bytes in one file.
isolate-quiz stats -i spi-social --partial "$TOP/tests/data/spi-social.csv" >1.part
for k in $(seq 2 200); do
	cp 1.part "$k.part"
done
cat ./*.part >parts.csv
limit 120 parts.csv isolate-quiz stats --merge ./*.part
