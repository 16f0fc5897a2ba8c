# shellcheck shell=sh
# What scoring costs, as multiples of libcsv counting the fields of the same file.
# Says nothing unless a limit is passed.
. "$TOP"/tests/instructions.sh

# by_libcsv HUNDREDTHS FILE COMMAND ...
by_libcsv() {
	most=$1
	floor=$(instructions "$bench/count" libcsv "$2")
	shift 2
	limit "$most" "$floor" "$(instructions "$@")" "$*"
}

for max in 5 100; do
	"$bench/generate" answers 20000 50 $((max == 5)) $max >a$max.csv
	"$bench/generate" instrument 50 $((max == 5)) $max >scales$max.txt
done
"$bench/generate" prose 5000 >prose.csv
by_libcsv 25 a5.csv "$bench/count" csvin a5.csv
by_libcsv 25 prose.csv "$bench/count" csvin prose.csv
by_libcsv 80 a5.csv isolate-quiz score --wide -i ./scales5.txt a5.csv
by_libcsv 110 a100.csv isolate-quiz score --wide -i ./scales100.txt a100.csv
by_libcsv 150 a5.csv isolate-quiz stats -i ./scales5.txt a5.csv

# Many partials, against the same bytes in one file.
isolate-quiz stats -i spi-social --partial "$TOP/tests/data/spi-social.csv" >1.part
for k in $(seq 2 200); do
	cp 1.part "$k.part"
done
cat ./*.part >parts.csv
by_libcsv 120 parts.csv isolate-quiz stats --merge ./*.part
