# Help first; gentle activation only, until resume.
day='--now 2026-11-22 --seed 1'
LC_ALL=C
export LC_ALL
goal-plan new --family voice $day -q
printf '%s\n' instrument,concept,score,severity k6,loneliness,13,0.5 |
	goal-plan new --now 2026-11-22 --seed 2 2>err
head -n 3 err
tail -n 2 err
echo
goal-plan list --csv $day | cut -d, -f2,6,7,12-
goal-plan resume --now 2026-11-24
goal-plan list --csv --now 2026-11-24 | grep -c resting || :
