# On a terminal as narrow as a telephone no word breaks at the edge: what does
# not fit beside stands below.  A mail keeps a line for each.
. "$TOP"/tests/terminal.sh
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
goal-plan predict nxs.4 --likelihood 80 --suds 60 --now 2026-11-23 \
	--note "They will sigh, and look at one another."
goal-plan done nxs.4 --likelihood 60 --peak 45 --happened no -q \
	--now 2026-11-23
goal-plan due --show-text --on 2026-11-25
terminal 40 50
run 0 'goal-plan list --now 2026-11-24'
screen list | sed -n 1,12p
run 0 'goal-plan due --show-text --on 2026-11-25'
screen due | sed '$d'
run 0 'goal-plan due --on 2027-01-11'
screen long away | sed '$d'
run 0 'goal-plan progress'
screen progress | sed '$d'
run 0 'goal-plan report --notes --now 2026-11-24'
screen report | sed '$d'
run 0 'goal-plan why nxs.4 --now 2026-11-24'
screen why | sed '$d'
run 0 'goal-plan pause --help'
screen help | sed -n 2,14p
run 1 'goal-plan done nxs.77'
screen message | sed '$d'
