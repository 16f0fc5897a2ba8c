# Lines to which no weight was fitted and for which no rule was written: how many
# cues are found, and how many of the others flagged, list by list.
for list in $(sed 1d "$TOP/tests/data/crisis/held.csv" | cut -d , -f 1 | sort -un); do
	for label in crisis none; do
		awk -F, -v list="$list" -v label="$label" \
			'NR == 1 || ($1 == list && $2 == label)' \
			"$TOP/tests/data/crisis/held.csv" >rows.csv
		attrib-score -q -c text rows.csv 2>/dev/null >told.csv
		echo "$list $label: $(grep -c 'crisis\(;.*\)*$' told.csv)" \
			"of $(($(wc -l <rows.csv) - 1))"
	done
done
