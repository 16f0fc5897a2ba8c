# What a bank's items tell: in text, as a picture, and as a table that agrees with
# the definitions, information as the sum of P'^2 / P by differences.
cp "$TOP"/tests/data/grm.csv "$TOP"/tests/data/grm.txt .
isolate-quiz calibrate -i ./grm.txt grm.csv > bank.txt
isolate-quiz curves --ascii -i ./grm.txt ./bank.txt
isolate-quiz curves --ascii -i ./grm.txt --item two ./bank.txt
isolate-quiz curves --csv -i ./grm.txt ./bank.txt > table.csv
sed 1q table.csv
awk -F, '
FILENAME == "bank.txt" && $1 == "s" { a[$2] = $4; b[$2, 1] = $6; b[$2, 2] = $8 }
FILENAME == "bank.txt" || FNR == 1 { next }
function above(i, m, t) {
	return m == 0 ? 1 : m == 3 ? 0 : 1 / (1 + exp(-a[i] * (t - b[i, m])))
}
function p(i, m, t) { return above(i, m, t) - above(i, m + 1, t) }
function information(i, t, m, sum) {
	for (m = 0; m < 3; m++)
		sum += ((p(i, m, t + 1e-5) - p(i, m, t - 1e-5)) / 2e-5)^2 / \
		    p(i, m, t)
	return sum
}
function check(x, y) { if ((x - y) ^ 2 > 1e-15) bad++; checked++ }
$2 != "" {
	for (m = 0; m < 3; m++)
		check($(6 + m), p($2, m, $3))
	check($4, information($2, $3))
	check($5, p($2, 1, $3) + 2 * p($2, 2, $3))
}
$2 == "" {
	check($4, information("one", $3) + information("two", $3) + \
	    information("three", $3))
	mean = 0
	for (i in a)
		mean += p(i, 1, $3) + 2 * p(i, 2, $3)
	check($5, mean)
}
END { print checked, bad + 0 }' bank.txt table.csv
isolate-quiz curves --svg c.svg -i ./grm.txt ./bank.txt
grep -c '<path' c.svg
tail -n 1 c.svg
isolate-quiz curves --item four -i ./grm.txt ./bank.txt
isolate-quiz curves --scale t -i ./grm.txt ./bank.txt
isolate-quiz curves no-such-bank
isolate-quiz curves ipip-spi-extraversion | grep -c .
# What is told of peaks does not hang on the width.
for columns in 30 80; do
	COLUMNS=$columns isolate-quiz curves --ascii -i ./grm.txt ./bank.txt |
		awk '/theta;/ || /^(one|two|three)/ { print $1, $2, $3, $4, $NF }'
done
