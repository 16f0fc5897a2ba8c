# What is due stands by day, whichever ladder it is of.
now='--now 2026-03-04'
goal-plan new -q --family voice --seed 1 --start 2026-03-05 $now
goal-plan add -q 'call home' --due 2026-03-04 --seed 2 $now
goal-plan due --within 3 $now
goal-plan due --remind --lead 2,0 $now
goal-plan add call home
