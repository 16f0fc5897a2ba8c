# Each figure is that of scikit-learn 1.2.1 on the same rows (tests/data/eval/
# reference.py wrote them).
data=$TOP/tests/data/eval
attrib-score eval --label right --predicted told --probability p \
	--bootstrap 0 "$data/pairs.csv" >figures
awk -F, 'NR == FNR { ours[$1 "," $2] = $5; n[$1 "," $2] = $4; next }
	{
		key = $1 "," $2
		off = ours[key] - $4
		if (ours[key] == "" || n[key] != $3 || off > 1e-12 || off < -1e-12)
			print key, ours[key], "not", $4
		good++
	}
	END { print good, "figures compared" }' figures "$data/reference.csv"
grep -c ^confusion, figures
grep -E '^(rows|abstained)' figures
