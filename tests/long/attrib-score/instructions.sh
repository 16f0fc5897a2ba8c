# shellcheck shell=sh
# What reading text costs.  Says nothing unless a limit is passed.
. "$TOP"/tests/instructions.sh

"$bench/generate" lines 2000000 >statements
floor=$(LC_ALL=C.UTF-8 instructions wc -w statements)
limit 280 "$floor" "$(instructions attrib-score -q statements)" 'reading, by wc -w,'

# repeated WORDS TIMES: one statement.
repeated() {
	yes "$1" | head -n "$2" | tr '\n' ' '
}

# A statement of twice the length costs twice as much, whatever it is full of.
for words in if not maybe because but 'she said' 'if not' 'so I'; do
	repeated "$words" 3000 >half
	repeated "$words" 6000 >whole
	limit 230 "$(instructions attrib-score -q half)" \
		"$(instructions attrib-score -q whole)" "twice '$words'"
done

# Reports in one quote.
quoted() {
	printf '"'
	repeated "she said." "$1"
	printf '"\n'
}
quoted 3000 >half
quoted 6000 >whole
limit 230 "$(instructions attrib-score -q half)" \
	"$(instructions attrib-score -q whole)" "twice the reports in a quote"
