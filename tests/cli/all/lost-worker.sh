# A worker that is killed half-way is tried again and the whole is there; where
# it may not be, the exit status says so, and no half-written part counts.
answers=$TOP/tests/data/spi-social.csv
mkdir bin
cat >bin/worker <<'END'
#!/bin/sh
# Dies once in the middle of part 3 of its output, then works.
[ "$1" = 3 ] && ! mkdir died 2>/dev/null || [ "$1" != 3 ] ||
	dies=yes
isolate-quiz score --wide -i spi-social --part "$1/5" "$2" | {
	[ -z "$dies" ] || {
		head -n 20
		kill -9 $$
	}
	cat
}
END
chmod +x bin/worker
isolate-quiz score --wide -i spi-social "$answers" >whole

seq 5 | parallel -k --retries 3 bin/worker {} "$answers" >joined 2>/dev/null
echo "tried again: $?"
cmp whole joined && echo same

rmdir died
seq 5 | parallel -k --halt now,fail=1 bin/worker {} "$answers" >joined 2>/dev/null
[ $? -ne 0 ] && echo 'given up: not 0'

# A partial that was cut short adds up with nothing.
isolate-quiz stats -i spi-social --partial --part 1/2 "$answers" >1.part
isolate-quiz stats -i spi-social --partial --part 2/2 "$answers" |
	head -n -1 >2.part
isolate-quiz stats --merge 1.part 2.part
