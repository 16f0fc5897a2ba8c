# What keeps a step safe stands wherever its words do.
day='--now 2026-11-23 --seed 1'
goal-plan new --family reach-out $day --start 2026-11-23 -q
goal-plan remove nxs.1 $day
goal-plan list $day | grep -A 2 nxs.2
goal-plan due --show-text $day --on 2026-11-25 | grep -A 1 nxs.2
goal-plan export --ics --show-text $day | tr -d '\r' |
	sed ':a;N;$!ba;s/\n //g' | grep '^DESCRIPTION.*safe'
goal-plan export --todo --show-text $day | grep nxs.2
goal-plan export --remind --show-text $day | grep safe
goal-plan export --ics $day | grep -c safe
