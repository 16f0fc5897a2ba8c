# People drawn from the model: theta is found again, whichever rule ends the
# sittings, and the error is what it says; the same seed gives the same people.
recovers() {
	isolate-quiz simulate --people 3000 --summary "$@" | awk -F, '
	FNR == 1 { for (i = 1; i <= NF; i++) col[$i] = i }
	FNR == 2 {
		bias = $col["bias_true"]
		ratio = $col["rmse_true"] / $col["expected_rmse"]
		print $2, $col["people"], ($col["mean_items"] < $4), \
		    (bias < 0.02 && bias > -0.02), (ratio < 1.05 && ratio > 0.95)
	}'
}
recovers --irt ipip-spi-extraversion
recovers --irt ipip-spi-neuroticism --seed 2 --select random --best 3
recovers --irt ipip-spi-neuroticism --change 0.05
isolate-quiz simulate --irt ipip-spi-neuroticism --people 3 --seed 5 > five
isolate-quiz simulate --irt ipip-spi-neuroticism --people 3 --seed 5 | cmp - five
isolate-quiz simulate --irt ipip-spi-neuroticism --people 3 --seed 6 | cmp -s - five ||
	echo others
isolate-quiz simulate --irt ipip-spi-neuroticism --people 2 --theta 1.5 |
	cut -d , -f 1-3,9
isolate-quiz simulate --irt ipip-spi-neuroticism --people 2 answers.csv
isolate-quiz simulate --irt ipip-spi-neuroticism --theta 7 --people 2
isolate-quiz simulate --irt ipip-spi-neuroticism --theta 1 answers.csv
