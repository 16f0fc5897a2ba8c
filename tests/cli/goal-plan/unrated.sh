# A number that nobody gave is not shown as nought.
day='--now 2026-11-22 --seed 1'
exec 2>&1
goal-plan add 'Phone Ann' $day
goal-plan list $day
goal-plan list --csv $day | cut -d, -f2,7,8,11
goal-plan report --now 2026-11-23 | tail -n 1
goal-plan split nxs.1 $day
echo $?
goal-plan rate nxs.1 --suds 40 $day
goal-plan split nxs.1 'Look up the number.' $day
goal-plan list --csv $day | cut -d, -f2,7,8,11
