# Each line whose verdict is not what it must be is printed.
grep -v '^#' "$TOP/tests/data/pairs.tsv" >pairs
cut -f 2 pairs | attrib-score 2>/dev/null | tail -n +2 >rows
cut -f 1 pairs | paste -d , - rows | awk -F , '
function scale(name) {
	return $(5 + index("internality stability   globality   control    ",
	    name) / 12 + 1)
}
{
	want = $1
	if (want ~ /^[-+]/ && want != "-crisis")
		ok = (index(";" $12 ";", ";" substr(want, 2) ";") > 0) == \
		    (want ~ /^\+/)
	else if (want ~ /crisis/)
		ok = ($15 ~ /crisis/) == (want == "crisis")
	else if (want ~ /^valence=/)
		ok = $10 == substr(want, 9)
	else if (want ~ /=$/)
		ok = scale(substr(want, 1, length(want) - 1)) == ""
	else if (want ~ />4$/)
		ok = scale(substr(want, 1, length(want) - 2)) > 4
	else
		ok = scale(substr(want, 1, length(want) - 2)) < 4 && \
		    scale(substr(want, 1, length(want) - 2)) != ""
	if (!ok)
		print
}'
wc -l <pairs | tr -d ' '
