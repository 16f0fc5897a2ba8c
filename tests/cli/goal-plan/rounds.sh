# What comes round again is not caught up with after a pause; what is still to be
# done is called so.  Whatever comes of a round is a day of the calendar.
exec 2>&1
goal-plan add Walk --every +1w --due 2026-11-24 --now 2026-11-22 --seed 1
goal-plan 'done' nxs.1 --now 2026-12-09
goal-plan 'done' nxs.1 --now 2026-12-09
goal-plan pause --now 2026-12-09
goal-plan resume --now 2027-01-05
goal-plan due --now 2027-01-05
goal-plan 'done' nxs.1 --now 2027-01-05
goal-plan add Vote --every +999y --due 9000-11-23 --now 2027-01-05
goal-plan 'done' nxs.2 --now 2027-01-05
goal-plan 'done' nxs.2 --now 2027-01-05
