# How well the thetas of many are known agrees with the scores themselves, and
# with what calibrate said.
cp "$TOP"/tests/data/grm.csv "$TOP"/tests/data/grm.txt .
isolate-quiz calibrate -i ./grm.txt grm.csv > bank.txt
sed -n 's/.*marginal/marginal/p' bank.txt
echo 999,,, >> grm.csv
for estimate in eap ml; do
	isolate-quiz score --irt ./bank.txt --estimate $estimate --summary \
		-i ./grm.txt grm.csv > summary.csv
	isolate-quiz score --irt ./bank.txt --estimate $estimate -i ./grm.txt \
		grm.csv | awk -F, -v ml=$estimate '
	FILENAME == "-" && $8 != "" && FNR > 1 {
		n++; sum += $8; squares += $8 * $8; errors += $9 * $9
	}
	FILENAME != "-" && FNR == 1 { print }
	FILENAME != "-" && FNR == 2 {
		print $1, $2, $4, $5, $10
		var = squares / n - (sum / n) ^ 2
		print near($6, sum / n), near($7, sqrt(var * n / (n - 1))),
		    near($8, sqrt(errors / n)), near($11, ml == "ml" \
		    ? (var - errors / n) / var : var / (var + errors / n))
	}
	function near(a, b) { return (a - b) ^ 2 < 1e-20 ? "agrees" : a " " b }
	' - summary.csv | sed 's/\(\.[0-9][0-9][0-9][0-9]\)[0-9]*/\1/g'
done
isolate-quiz score --summary -i ./grm.txt grm.csv
isolate-quiz score --summary --irt ./bank.txt --top 3 -i ./grm.txt grm.csv
