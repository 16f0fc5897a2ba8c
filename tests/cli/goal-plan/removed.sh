# What was removed is counted nowhere, and what it led back to is not up again.
day='--now 2026-11-23'
exec 2>&1
goal-plan new --family voice $day --seed 1 -q
for peak in 30 20 10; do
	goal-plan done nxs.4 --peak $peak --setting "place $peak" $day
done
goal-plan done nxs.5 --peak 90 $day
goal-plan remove nxs.5
goal-plan why nxs.4 $day
goal-plan why nxs.8 $day
goal-plan progress
goal-plan report $day | sed -n '7,$p'
goal-plan remove nxs
goal-plan progress
