# Sums and means under every missing rule, as R gives them: how many are scored,
# their sum, sum of squares, mean and sd, relative difference at most 1e-12.
psy=${DATA:?}/psy

# instrument SET: its scales as sums and as means.
instrument() {
	awk -F, -v set="$1" '
	BEGIN { print "id: x" }
	$1 == set {
		items[++n] = $3; scale[n] = $2; key[n] = $4
		range[n] = "r" $5 "-" $6
		if (!seen[$2]++) scales[++m] = $2
		if (!told[range[n]]++) print "range." range[n] ": " $5 ".." $6
	}
	END {
		print "\nscale,score"
		for (i = 1; i <= m; i++)
			print scales[i] ",sum\n" scales[i] "-mean,mean"
		print "\nitem,key,scale,options"
		for (i = 1; i <= n; i++) if (!done[items[i]]++) {
			list = ""
			for (k = i; k <= n; k++) if (items[k] == items[i])
				list = list scale[k] "; " scale[k] "-mean;"
			print items[i] "," key[i] ",\"" list "\"," range[i]
		}
	}' "$psy/reference/keys.csv" > x.txt
}

# figures RULE SUM MEAN: n, sum, ... by the names that the reference gives them.
figures() {
	isolate-quiz score -i ./x.txt --missing "$1" "$answers" |
		awk -F, -v sums="$2" -v means="$3" '
	FNR > 1 && $8 != "" {
		rule = $4 ~ /-mean$/ ? means : sums
		sub(/-mean$/, "", $4)
		k = $4 "," rule
		n[k]++; sum[k] += $8; square[k] += $8 * $8
	}
	END {
		for (k in n) if (k !~ /,-$/)
			printf "%s,%d,%.17g,%.17g\n", k, n[k], sum[k], square[k]
	}'
}

for pair in BFI:bfi EU4_LONELINESS:eu_loneliness LSAT6:lsat6; do
	answers=$psy/${pair#*:}.csv
	instrument "${pair%:*}"
	{
		figures complete sum_complete mean_complete
		figures available prorated_sum_any mean_available
		figures 50% prorated_sum_half -
		figures 80% prorated_sum_80 -
	} > ours
	awk -F, -v set="${pair%:*}" '
	NR == FNR { ours[$1 "," $2] = $3 " " $4 " " $5; next }
	$1 == set && $3 ~ /^(sum_complete|mean_|prorated_)/ {
		split(ours[$2 "," $3], x, " ")
		compared++
		for (i = 1; i <= 3; i++) {
			want = $(i == 1 ? 4 : i + 4)
			off = (x[i] - want) / want
			if (off > 1e-12 || off < -1e-12) {
				print $2, $3, want, x[i]
				differ++
			}
		}
	}
	END { print set, compared + 0, "compared,", differ + 0, "differ" }
	' ours "$psy/reference/score_checksums.csv"
done

# De Jong Gierveld, dichotomised by its key: how many people have each score.
sed '1s/_djg_a/1/; 1s/_djg_b/2/; 1s/_djg_c/3/; 1s/_djg_d/4/; 1s/_djg_e/5/
	1s/_djg_f/6/; 1s/loneliness\([1-6]\)/djg6_\1/g' "$psy/eu_loneliness.csv" > djg.csv
isolate-quiz score -i djg-6 --missing complete djg.csv |
	awk -F, 'FNR > 1 && $8 != "" { n[$4 " " $8]++ }
	END { for (k in n) print "djg-6", k, n[k] }' | sort
