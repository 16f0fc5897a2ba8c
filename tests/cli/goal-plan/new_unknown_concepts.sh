# A concept that nobody knows is told, once, with its place and the nearest; what
# else its row says counts. One of the user's own is known, ladder or not.
rows='respondent,concept,severity
a,mind-raeding,0.9
a,shyness;zzz,0.1
b,zzz,0.5
b,suds;;,0.2
b,,0.3'
day='--now 2026-11-22 --seed 1'
echo "$rows" | goal-plan new --print $day | cut -d, -f1,3,4 | sort -u
echo "$rows" | sed '/^a/d' >b.csv
goal-plan new b.csv $day -q
echo $?
echo "$rows" | goal-plan new --strict --print $day
echo $?
mkdir -p data/reconnect/concepts
sed 's/^id: .*/id: zzz/' "$TOP/lib/data/concepts/shyness.txt" \
	>data/reconnect/concepts/zzz.txt
goal-plan new b.csv --print $day >ladders
echo $?
# Who is in distress is heard, whatever else the row says.
printf 'concept,severity,flag\nyyy,0.5,distress\n' | goal-plan new $day 2>&1 |
	sed '/^goal-plan/!d'
