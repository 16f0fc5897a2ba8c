# Each scale mean equals that of psych's scoreItems on the same rows.
isolate-quiz score -i spi-social "$TOP"/tests/data/spi-social.csv |
	awk -F, 'NR == FNR { if (FNR > 1) { n[$1] = $2; mean[$1] = $3 }; next }
	FNR > 1 && $8 != "" { count[$4]++; sum[$4] += $8 }
	END { for (s in mean) {
		off = (sum[s] / count[s] - mean[s]) / mean[s]
		print s, (count[s] == n[s] && off < 1e-12 && off > -1e-12)
	} }' "$TOP"/tests/data/spi-social.means.csv - | sort
