# What is said of all ladders holds for those that are there, until something else
# is said of one.
words() {
	goal-plan list --csv --now "$1" | sed -n 's/^,\([^.,]*\)\.1,.*,\([^,]*,[^,]*\)$/\1,\2/p'
}
goal-plan new -q --family voice --seed 1 --now 2026-03-01
goal-plan new -q --family be-seen --seed 2 --now 2026-03-01
goal-plan pause --now 2026-03-02
goal-plan new -q --family reach-out --seed 3 --now 2026-03-03
echo '-- the third was laid after the pause'
words 2026-03-04
goal-plan resume nxs --now 2026-03-05
echo '-- one is taken up'
words 2026-03-06
goal-plan why kw4.1 --now 2026-03-06
goal-plan pause nxs --now 2026-03-07
goal-plan resume --now 2026-03-08
goal-plan pause kw4 --now 2026-03-09
echo '-- all are, and another rests'
words 2026-03-10
goal-plan resume kw4 --now 2026-03-12
words 2026-03-12
goal-plan undo -q --now 2026-03-12
goal-plan pause --now 2026-03-13
goal-plan why kw4.1 --now 2026-03-14
