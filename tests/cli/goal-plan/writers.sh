# Eight writers at once, killed at random: every record that was acknowledged is
# there, none twice, and the file is whole.  WRITES is how many each writes.
: "${WRITES:=12}"
journal=$PWD/journal.csv
export journal
goal-plan new --family voice --journal "$journal" --seed 1 -q

# A third of the writes get so little time that they may die in the middle.
cat >writer <<'END'
n=0
while [ "$n" -lt "$2" ]; do
	n=$((n + 1))
	set -- "$1" "$2" goal-plan done nxs.4 -q --journal "$journal" \
		--note "writer $1 record $n"
	if [ $(((n + $1) % 3)) -eq 0 ]; then
		timeout -s KILL "0.00$(((n * 7 + $1 * 3) % 9 + 1))" "${@:3}"
	else
		"${@:3}"
	fi && echo "writer $1 record $n" >>"acknowledged.$1"
done
END
for w in 1 2 3 4 5 6 7 8; do
	bash writer $w "$WRITES" 2>/dev/null &
done
wait
goal-plan check --journal "$journal" -q || echo 'not whole'
[ ! -e journal.csv.torn ] || echo 'torn'
sed -n 's/.*\(writer . record [0-9]*\).*/\1/p' journal.csv | sort >written
sort acknowledged.* >acknowledged
uniq -d written
comm -13 written acknowledged
[ "$(wc -l <acknowledged)" -ge $((WRITES * 4)) ] ||
	echo "only $(wc -l <acknowledged) acknowledged"
