# Of the ledger goes what can no longer come up; what is still up is not told
# again, however long it has waited.
goal-plan new --family voice --now 2026-01-01 --seed 1 -q
day=2026-01-02
for n in 1 2 3 4; do
	goal-plan due --remind --now $day
	goal-plan done nxs.4 --now $day -q
	day=2026-0$((n + 1))-02
done
goal-plan due --remind --now $day
ledger=state/reconnect/reminders.csv
printf 'not a line\n2026-01-01T00:00:00Z,gone.1,2026-01-01,0\n' >>$ledger
wc -l <$ledger
cp $ledger before
goal-plan compact --now $day
cat $ledger
goal-plan due --remind --now $day
goal-plan compact --now $day
goal-plan due --remind --now 2027-01-01
