# Bad rows are told and left out; the good ones count.
printf '%s\n' concept,severity liking-gap,2 shyness,0.5 mind-reading,much |
	goal-plan new --now 2026-11-22 --seed 1 -q
echo $?
goal-plan list --csv --now 2026-11-22 | cut -d, -f3,4 | sort -u
printf '%s\n' concept,severity liking-gap,2 shyness,0.5 |
	goal-plan new --strict --now 2026-11-22
echo $?
printf 'concept,sex\nshyness,f\n' | goal-plan new
