# A single hit that may well not be meant is a suggestion of one line, not an
# answer: little of a name, a name far off, words that tell little.
for query in gaslighting missing realise birds shynes; do
	concept-lookup "$query" 2>&1 | cut -c 1-72 | head -n 3
	echo
done
# A known word is no slip for another one.
concept-lookup --list -n 1 crying
