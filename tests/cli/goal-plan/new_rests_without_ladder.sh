# In a crisis everything rests, also where no ladder fits.
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
printf 'concept,severity,flag\n,,crisis\n' | goal-plan new --now 2026-11-22 2>err
echo $?
sed -n '1p;$p' err
goal-plan list --csv --now 2026-11-22 | grep -c ',resting$'
