# The likelihoods of one step are not set beside those of another, nor one that
# was told once beside itself; what comes to nothing is called so.
day='--now 2026-11-23'
goal-plan new --family voice $day --seed 1 -q
goal-plan done nxs.4 --likelihood 30 $day -q
goal-plan progress nxs.4
goal-plan predict nxs.4 --likelihood 90 --suds 40 $day -q
goal-plan done nxs.4 --likelihood 10 --peak 40 $day -q
goal-plan progress nxs.4
goal-plan predict nxs.5 --likelihood 80 --suds 50 $day -q
goal-plan done nxs.5 --likelihood 75 --peak 45 $day -q
goal-plan predict nxs.8 --likelihood 60 $day -q
goal-plan done nxs.8 $day -q
goal-plan progress | head -n 3
goal-plan report $day | sed -n 8,10p
