# What stands on a ladder laid for rest is not laid again, neither while all
# rests nor when it is over.
now='--now 2026-11-22'
printf 'concept,severity,flag\nshyness,1,crisis\n' >mine
steps() {
	goal-plan list --csv $now | cut -d, -f2,5
}
goal-plan new mine $now --seed 1 -q 2>/dev/null
steps
goal-plan new mine $now --seed 2 2>&1 | tail -n 1
goal-plan new --concept shyness $now --seed 2
echo $?
grep -c ,rest, data/reconnect/journal.csv
goal-plan resume $now
goal-plan new --concept shyness $now --seed 2
steps
