# shellcheck shell=sh

filter() {
	goal-plan new --print --now 2026-11-22 --seed 1 "$@"
}

input() {
	cat <<-'END'
	respondent,note,concept,severity
	a,plain,connection-paradox,0.8
	b,"a comma, and
	a line break",spotlight-effect,0.5
	c,,mind-reading,0.2
	END
}

many() {
	echo respondent,concept,severity
	i=0
	while [ $((i += 1)) -le 200 ]; do
		echo "r$i,connection-paradox,0.8"
	done
}
