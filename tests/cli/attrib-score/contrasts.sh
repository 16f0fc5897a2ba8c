# Each pair whose second half does not change the verdict as it should is
# printed; then how many pairs there are of each phenomenon.  Each statement
# stands three times, so that a summary has a mean of it.
grep -v '^#' "$TOP/tests/data/contrasts.tsv" >pairs
awk -F '\t' '
function cell(text) {
	gsub(/"/, "\"\"", text)
	return "\"" text "\""
}
BEGIN { print "respondent,text" }
{
	for (i = 0; i < 3; i++) {
		print "a" NR "," cell($4)
		print "b" NR "," cell($5)
	}
}' pairs | attrib-score -q -c text --summary all >sums 2>/dev/null
awk '
function value(side, what,    k) {
	k = side FNR
	if (what == "valence")
		return positive[k] - negative[k]
	if (what in place)
		return k SUBSEP what in scale ? scale[k, what] : ""
	return k SUBSEP what in severity ? severity[k, what] : 0
}
FNR == NR && FNR == 1 {
	for (i = 5; i <= 8; i++)
		place[$i] = i
}
FNR == NR {
	for (name in place)
		if ($(place[name]) != "")
			scale[$1, name] = $(place[name])
	negative[$1] = $9
	positive[$1] = $10
	if ($11 != "")
		severity[$1, $11] = $13
	next
}
{
	a = value("a", $2)
	b = value("b", $2)
	if ($3 == "only")
		ok = a > 0 && b == 0
	else if ($3 == "blank")
		ok = a != "" && b == ""
	else
		ok = a != "" && b != "" && a + 0 > b + 0
	if (!ok)
		print $1 ": " $2 " " $3 ": '\''" $4 "'\'' " a ", '\''" $5 "'\'' " b
	if (seen[$1]++ == 0)
		order[++n] = $1
}
END {
	for (i = 1; i <= n; i++)
		print order[i], seen[order[i]]
}' FS=, sums FS='\t' pairs
