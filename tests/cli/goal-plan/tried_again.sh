# What is done stays done for the reason it was done for, whatever comes after;
# what is set aside is called so; a day that is quiet is not taken in silence.
exec 2>&1
goal-plan new --family voice --now 2026-11-22 --seed 1 --quiet-days sun -q
day='--now 2026-11-23'
goal-plan predict nxs.4 --likelihood 80 $day
for after in 60 50 40; do
	goal-plan done nxs.4 --likelihood $after --setting "place $after" $day -q
done
goal-plan skip nxs.4 $day
goal-plan why nxs.4 $day
goal-plan done nxs.5 --peak 90 $day -q
goal-plan done nxs.4 --peak 70 --likelihood 70 $day
goal-plan why nxs.4 $day
goal-plan why nxs.5 $day
goal-plan skip nxs.1 $day
goal-plan skip nxs.1 $day
goal-plan edit nxs.5 --due 2026-11-29 $day
goal-plan edit nxs.5 --due 2026-11-28 $day
goal-plan add Swim --ladder nxs --due 2026-11-29 $day
