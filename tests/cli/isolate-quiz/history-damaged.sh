# Rows that cannot be used are told, and that is no success; where nothing else is
# there it is not said that nothing was kept.
kept=$XDG_DATA_HOME/reconnect/history
mkdir -p "$kept"
cd "$XDG_DATA_HOME" || exit
head=respondent,time,instrument,sex,age,group,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6
history() {
	isolate-quiz history k6 2>&1 | sed "s,$XDG_DATA_HOME,DATA,"
	isolate-quiz history -q k6 > out 2> err
	echo "rc $?"
}
cat > "$kept/k6.csv" << END
$head
,2026-01-01T10:00:00Z,k6,,,,1,2,1,0,2,1
,2026-01-02T10:00:00Z,k6,,,,1,2,9,0,2,1
,nope,k6,,,,1,2,1,0,2,1
,2026-01-05T10:00:00Z,k6,,,,1,2
END
history
printf '%s\n' "$head" ,nope,k6,,,,1,2,1,0,2,1 > "$kept/k6.csv"
history
printf 'time,instrument,k6_1\n' > "$kept/k6.csv"
history
# A torn end is what a crash leaves: the rest is whole.
printf '%s\n' "$head" ,2026-01-01T10:00:00Z,k6,,,,1,2,1,0,2,1 > "$kept/k6.csv"
printf ',2026-01-02T10:00:00Z,k6,,,,1,' >> "$kept/k6.csv"
history
