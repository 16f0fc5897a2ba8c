# Each statement that fails to raise its concept, or raises it against sense, is
# printed; then how many concepts and statements there are.
grep -v '^#' "$TOP/tests/data/headline.tsv" >list
awk -F '\t' '
function cell(text) {
	gsub(/"/, "\"\"", text)
	return "\"" text "\""
}
BEGIN { print "respondent,text" }
{ print NR "," cell($3) }
NF > 3 { print NR "b," cell($4) }' list |
	attrib-score -q -c text --summary all >sums 2>/dev/null
awk '
FNR == NR {
	if ($11 != "")
		severity[$1, $11] = $13
	next
}
{
	a = severity[FNR, $1] + 0
	ok = $2 == "+" ? a > 0 : a == 0
	if ($2 == ">")
		ok = a > severity[FNR "b", $1] + 0
	if (!ok)
		print $1 " " $2 ": " $3 " " a
	n++
	if (!seen[$1]++)
		concepts++
}
END { print concepts, n }' FS=, sums FS='\t' list
