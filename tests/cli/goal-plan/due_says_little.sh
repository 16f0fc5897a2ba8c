# Silent where nothing is due; discreet unless asked.
goal-plan due
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
goal-plan due --on 2026-11-22
goal-plan due --on 2026-11-22 --within 1
goal-plan due --on 2026-11-23
goal-plan due --on 2026-11-23 --show-text
goal-plan pause --now 2026-11-23
goal-plan due --on 2027-11-23
goal-plan resume --now 2027-11-24
goal-plan due --on 2027-11-24
