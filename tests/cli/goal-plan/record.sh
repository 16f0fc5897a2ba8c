# Predicted before, observed after; three calm tries in two places lead on.
goal-plan new --family small-talk --now 2026-11-22 --seed 1 -q
id=nxs.5
goal-plan predict "$id" --likelihood 80 --suds 40 --now 2026-11-23
printf 'A smile,\nand "hello".\n' |
	goal-plan done "$id" --likelihood 60 --peak 45 --note - --now 2026-11-23
goal-plan done "$id" --likelihood 50 --peak 35 --setting bakery \
	--now 2026-11-25
goal-plan done "$id" --likelihood 40 --peak 30 --now 2026-11-27
goal-plan skip "$id" --now 2026-11-28
grep -v ',ladder,\|,step,' data/reconnect/journal.csv | cut -d, -f3-
