# shellcheck shell=sh
# A worker that is killed half-way is tried again and the whole is there; where
# it may not be, the exit status says so, and no half-written part counts.
answers=$TOP/tests/data/spi-social.csv
concept-lookup --list | concept-lookup --csv - >texts.csv
mkdir bin
cat >bin/worker <<'END'
#!/bin/sh
# worker K FILE COMMAND: dies once in the middle of part 3 of its output, then
# works.
k=$1 file=$2
shift 2
[ "$k" = 3 ] && ! mkdir died 2>/dev/null || [ "$k" != 3 ] ||
	dies=yes
"$@" --part "$k/5" "$file" | {
	[ -z "$dies" ] || {
		head -n 20
		kill -9 $$
	}
	cat
}
END
chmod +x bin/worker
# lost FILE COMMAND ...: with the second try that it may have, and without.
lost() {
	file=$1
	shift
	rm -rf died
	seq 5 | parallel -k --retries 3 bin/worker {} "$file" "$@" >joined 2>/dev/null
	echo "tried again: $?"
	[ -d died ] || echo "nobody died"
	"$@" "$file" | cmp - joined && echo same

	rmdir died
	seq 5 | parallel -k --halt now,fail=1 bin/worker {} "$file" "$@" \
		>joined 2>/dev/null || echo 'given up: not 0'
}
lost "$answers" isolate-quiz score --wide -i spi-social
lost "$answers" isolate-quiz score -i spi-social
lost texts.csv attrib-score -c definition
lost texts.csv attrib-score -c definition --evidence

# Statistics, a file for each part.
rm -rf died
seq 5 | parallel --retries 3 \
	"bin/worker {} $answers isolate-quiz stats -i spi-social --partial >{}.part" \
	2>/dev/null
echo "tried again: $?"
[ -d died ] || echo "nobody died"
isolate-quiz stats --merge [1-5].part >joined
isolate-quiz stats -i spi-social "$answers" | cmp - joined && echo same

# A partial that was cut short adds up with nothing, and one that is not there
# is an error.
isolate-quiz stats -i spi-social --partial --part 1/2 "$answers" >1.part
isolate-quiz stats -i spi-social --partial --part 2/2 "$answers" |
	head -n -1 >2.part
for parts in '1.part 2.part' '1.part 9.part'; do
	# shellcheck disable=SC2086
	isolate-quiz stats --merge $parts
	echo "merged: $?"
done
