# A ladder for each respondent, and nothing kept.
printf '%s\n' respondent,concept,severity ann,liking-gap,0.4 bob,, \
	'cy,spotlight-effect;mind-reading,0.9' |
	goal-plan new --print --now 2026-11-22 | cut -d, -f1-8,12-
ls -A
