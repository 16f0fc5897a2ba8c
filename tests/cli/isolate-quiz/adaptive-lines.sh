# From a pipe: the stream says what was asked, and only what was skipped is
# missing; sums are not to be had.  Bad lines, a short input, what has no bank.
printf '%s\n' 2 2 4 3 s 4 2 5 5 4 4 4 4 |
	isolate-quiz take --adaptive --now 2026-03-01 ipip-spi-extraversion |
	tee sitting.csv
shorten='s/\(\.[0-9][0-9]\)[0-9]*/\1/g'
isolate-quiz score sitting.csv
isolate-quiz score --irt ipip-spi-extraversion sitting.csv | sed "$shorten"
yes 3 | isolate-quiz take --adaptive --score --now 2026-03-01 --most 5 \
	ipip-spi-extraversion ipip-spi-neuroticism | sed "$shorten"
yes 3 | isolate-quiz take --adaptive --irt ipip-spi-neuroticism --se 0.5 \
	--select kl | cut -d , -f 7,8
for seed in 1 1 2; do
	yes 3 | isolate-quiz take --adaptive --select random --best 13 --most 4 \
		--seed $seed ipip-spi-extraversion | cut -d , -f 8
done | grep -v asked | uniq -c | sed 's/q_.*/.../'
printf '2\nq\n' | isolate-quiz take --adaptive ipip-spi-extraversion
printf '2\n3\n' | isolate-quiz take --adaptive ipip-spi-extraversion
printf '2\n7\n' | isolate-quiz take --adaptive ipip-spi-extraversion
isolate-quiz take --adaptive k6
isolate-quiz take --adaptive --irt ipip-spi-extraversion k6
isolate-quiz take --adaptive
isolate-quiz take --se 0.3 k6
isolate-quiz take --adaptive --irt ipip-spi-extraversion k6 ons4
yes 3 | isolate-quiz take --adaptive ipip-spi-extraversion > /dev/full
echo "full: $?"
yes 3 | isolate-quiz take --adaptive --score ipip-spi-extraversion > /dev/full
echo "full: $?"
