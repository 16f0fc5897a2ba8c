# The built-in banks' instruments, calibrated on every other person of psychTools'
# spi and tried on the others, and the other way round; ended at the error of a
# reliability of .90, or by another rule: mean number of items, correlation with
# theta of all items, and with the mean answer.
# Needs R with psychTools; skipped without.
expected=$TOP/tests/long/isolate-quiz/adaptive-halves.out
Rscript -e 'library(psychTools)' > /dev/null 2>&1 || {
	cat "$expected"
	exit 0
}
Rscript "$TOP/tests/data/spi-banks.R"
awk 'NR == 1 || NR % 2 == 0' spi-banks.csv > first.csv
awk 'NR == 1 || NR % 2 == 1' spi-banks.csv > second.csv

# correlation FILE: the correlation of its columns 2 and 3.
correlation() {
	awk -F, '{
		n++; x += $2; y += $3; xx += $2 * $2; yy += $3 * $3
		xy += $2 * $3
	}
	END {
		printf "%.3f", (xy - x * y / n) / \
		    sqrt((xx - x * x / n) * (yy - y * y / n))
	}' "$1"
}

# tried FIRST SECOND RULE: calibrated on the first, tried on the second.
tried() {
	isolate-quiz calibrate -q -i $id "$1" > half.txt
	# The areas are those of the built-in bank.
	awk -F, -v OFS=, '
	/^scale,/ { table = 1 }
	NR == FNR { if (table) area[$2] = $3; next }
	FNR == 1 { table = 0 }
	table { $2 = $2 OFS area[$2] }
	{ print }' "$TOP/lib/data/banks/$id.txt" half.txt > bank.txt
	isolate-quiz score -i $id "$2" | cut -d , -f 1,8 | sed 1d |
		sort -t , > means.csv
	# shellcheck disable=SC2086
	isolate-quiz simulate --irt ./bank.txt -i $id $3 "$2" |
		sed 1d | cut -d , -f 1,5,7,4 | sort -t , > sittings.csv
	awk -F, -v OFS=, '{ print $1, $3, $4 }' sittings.csv > full.csv
	join -t , sittings.csv means.csv |
		awk -F, -v OFS=, '{ print $1, $3, $5 }' > mean.csv
	awk -F, '{ n += $2 } END { printf "%d people, %.2f items, ", NR, n / NR }' \
		sittings.csv
	echo "r $(correlation full.csv) all, $(correlation mean.csv) mean"
}

for domain in extraversion neuroticism; do
	id=ipip-spi-$domain
	for rule in "" "--se 0.4"; do
		echo "$domain $rule: $(tried first.csv second.csv "$rule")"
		echo "$domain $rule: $(tried second.csv first.csv "$rule")"
	done
done
