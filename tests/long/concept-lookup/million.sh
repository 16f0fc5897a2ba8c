# shellcheck shell=sh
# A glossary of a million entries is looked up within 16 MiB by name, beginning
# and misspelled, from an index made once within 48 MiB.  Skipped without
# time(1), and under sanitizers, which take memory of their own.
case $(command -v concept-lookup) in */san/*) skip=yes ;; *) skip= ;; esac
if [ ! -x /usr/bin/time ] || [ -n "$skip" ]; then
	cat "$TOP/tests/long/concept-lookup/million.out"
	exit 0
fi
seq 1 1000000 | awk 'BEGIN { print "term,definition" }
	{ printf "word%d%s,Meaning of %d and of %d\n", $1,
		substr("abcdefghijklmnopqrstuvwxyz", $1 % 20 + 1, 5),
		$1 % 1000, $1 }' >million.csv

# within KIB QUERY
within() {
	/usr/bin/time -f %M -o kib concept-lookup -q -n 1 --list \
		--glossary million.csv "$2"
	[ "$(cat kib)" -le "$1" ] || echo "$2: $(cat kib) KiB"
}
within 49152 word777777rstuv
within 16384 word777777rstuv
within 16384 word77777
within 16384 wrod777777rstuv
