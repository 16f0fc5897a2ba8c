# What somebody writes of their day drowns no cue: the lists of crisis-cues among
# sentences of something else, and run on with one.  Then the lists to which
# nothing was fitted, all together.
told() {
	attrib-score -q 2>/dev/null | grep -c 'crisis\(;.*\)*$'
}

diary() {
	sed 's/^/It rained all day and I did the laundry. /
		s/[^.!?]$/&./; s/$/ The neighbours were loud again./'
}

run_on() {
	sed 's/^/i had lunch with my mum and /'
}

for how in diary run_on; do
	least=95
	[ $how = diary ] || least=90
	for kind in cues false; do
		list=$TOP/tests/data/crisis-$kind.txt
		found=$($how <"$list" | told)
		all=$(grep -c . "$list")
		case $kind in
		cues) [ $((found * 100)) -ge $((all * least)) ] || echo "$found found" ;;
		false) [ "$found" -eq 0 ] || echo "$found flagged" ;;
		esac
		echo "$how: $all $kind"
	done
	for label in crisis none; do
		grep "^[0-9]*,$label," "$TOP/tests/data/crisis/held.csv" |
			sed 's/^[^,]*,[^,]*,//; s/^"//; s/"$//; s/""/"/g' >lines
		echo "$how: $label, $($how <lines | told) of $(wc -l <lines)"
	done
done
