# Numbers always, words only where one chooses.
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
goal-plan new --family be-seen --now 2026-11-22 --seed 2 -q
goal-plan predict nxs.4 --suds 60 --likelihood 80 --note 'They laugh.' \
	--now 2026-11-23 -q
goal-plan done nxs.4 --peak 40 --likelihood 30 --note 'Nobody laughed.' \
	--now 2026-11-23 -q
goal-plan report --now 2026-11-24
echo ------
goal-plan report nxs --notes --now 2026-11-24
