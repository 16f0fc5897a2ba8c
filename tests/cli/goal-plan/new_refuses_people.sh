printf '%s\n' respondent,concept,severity ann,liking-gap,0.4 bob,shyness,1 |
	goal-plan new --now 2026-11-22
echo $?
ls -A
