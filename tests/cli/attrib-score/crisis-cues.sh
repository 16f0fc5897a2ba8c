# Of a hundred cues at least 95 are found; of a hundred figures of speech and
# denials none.
for kind in cues false; do
	attrib-score -q "$TOP/tests/data/crisis-$kind.txt" 2>/dev/null >rows
	found=$(grep -c 'crisis$' rows)
	case $kind in
	cues) [ "$found" -ge 95 ] || echo "$found cues found" ;;
	false) [ "$found" -eq 0 ] || grep 'crisis$' rows ;;
	esac
	tail -n +2 rows | wc -l | tr -d ' '
done
