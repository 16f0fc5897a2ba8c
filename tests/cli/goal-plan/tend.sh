# A torn end moved aside; what was undone left out; two machines merged.
j=journal.csv
plan() {
	goal-plan --journal $j --seed 1 "$@"
}
plan new --family voice --now 2026-11-22 --seed 1 -q
plan check
cp $j other.csv
plan done nxs.4 --now 2026-11-23 -q
plan done nxs.1 --now 2026-11-23 -q
plan undo --now 2026-11-23 -q
printf '1,torn' >>$j
plan check
echo $?
plan check --repair
echo $?
plan compact
wc -l <$j
cat $j.torn
goal-plan done nxs.1 --now 2026-11-24 --seed 9 --journal other.csv -q
plan merge other.csv
plan merge other.csv
tail -n 2 $j | cut -d, -f2-5
plan merge no-such.csv
echo $?
sed '3s/.*/broken/' other.csv >broken.csv
plan merge broken.csv
echo $?
goal-plan merge $j --journal copy.csv
cmp $j copy.csv
# A torn end is left out of what is taken in, and said to be.
printf '1,torn' >>copy.csv
plan merge copy.csv
goal-plan compact --journal copy.csv
