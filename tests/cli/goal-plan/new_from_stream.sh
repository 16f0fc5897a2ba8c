# The highest severity times relevance leads, and the journal gets the ladder.
printf '%s\n' concept,severity,time liking-gap,0.4, mind-reading,0.7, |
	goal-plan new --now 2026-11-22T20:00:00+01:00 --seed 1
goal-plan list --csv --now 2026-11-23
cut -d, -f1-7 data/reconnect/journal.csv
stat -c %a data/reconnect data/reconnect/journal.csv
