# Of the cues at least 95 in a hundred are found; of the figures of speech and
# denials none.
for kind in cues false; do
	attrib-score -q "$TOP/tests/data/crisis-$kind.txt" 2>/dev/null >rows
	found=$(grep -c 'crisis\(;.*\)*$' rows)
	all=$(grep -c . "$TOP/tests/data/crisis-$kind.txt")
	case $kind in
	cues) [ $((found * 100)) -ge $((all * 95)) ] || echo "$found found" ;;
	false) [ "$found" -eq 0 ] || grep 'crisis' rows ;;
	esac
	echo "$all $kind"
done
