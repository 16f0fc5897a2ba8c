# shellcheck shell=sh
# What reading text costs, in instructions, which unlike seconds are the same on a
# busy machine.  Says nothing unless a limit is passed.
build=$(dirname "$(command -v attrib-score)")
bench=$build/tests/bench
[ -x "$bench/generate" ] || exit 0 # a build with sanitizers: not what is measured
command -v valgrind >/dev/null || exit 0

# instructions COMMAND ...: how many it executes.
instructions() {
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" \
		2>&1 >/dev/null | sed -n 's/.*Collected : //p'
}

# limit HUNDREDTHS FLOOR COST NAME
limit() {
	[ "$(($3 * 100))" -le "$(($2 * $1))" ] ||
		echo "$4 costs $(($3 * 100 / $2)) hundredths, over $1"
}

"$bench/generate" lines 2000000 >statements
floor=$(LC_ALL=C.UTF-8 instructions wc -w statements)
limit 280 "$floor" "$(instructions attrib-score -q statements)" 'reading, by wc -w,'

# repeated WORDS TIMES: one statement.
repeated() {
	yes "$1" | head -n "$2" | tr '\n' ' '
}

# A statement of twice the length costs twice as much, whatever it is full of.
for words in if not maybe because but 'she said' 'if not' 'so I'; do
	repeated "$words" 5000 >half
	repeated "$words" 10000 >whole
	limit 230 "$(instructions attrib-score -q half)" \
		"$(instructions attrib-score -q whole)" "twice '$words'"
done
