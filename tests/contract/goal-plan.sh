# shellcheck shell=sh disable=SC2154

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

prepare() {
	goal-plan new --family voice --now 2026-11-22 --seed 1 -q
	step=$(goal-plan list --csv | sed -n '2s/^[^,]*,\([^,]*\),.*/\1/p')
}

runs() {
	cat <<-END
	goal-plan new --family reach-out --now 2026-11-22 --seed 2
	goal-plan new --print --now 2026-11-22 --seed 2 in
	goal-plan list --now 2026-11-23
	goal-plan list --csv --now 2026-11-23
	goal-plan due --on 2026-11-23
	goal-plan predict $step --likelihood 50 --suds 40 --now 2026-11-23
	goal-plan done $step --peak 20 --now 2026-11-23
	goal-plan skip $step --now 2026-11-23
	goal-plan pause --now 2026-11-23
	goal-plan resume --now 2026-11-23
	goal-plan export --crontab
	END
}

further() {
	cp data/reconnect/journal.csv other.csv
	goal-plan 'done' "$step" --journal other.csv --now 2026-11-23 -q
	cat <<-END
	goal-plan why $step --now 2026-11-23
	goal-plan add Swim --every ++1w --now 2026-11-23 --seed 3
	goal-plan rate $step --suds 70 --now 2026-11-23
	goal-plan edit $step --text Wave. --now 2026-11-23
	goal-plan split nxs.4 Look. --suds 20 --now 2026-11-23
	goal-plan progress --now 2026-11-23
	goal-plan report --now 2026-11-23
	goal-plan check
	goal-plan merge other.csv
	goal-plan due --remind --lead 2,0 --now 2026-11-23
	goal-plan export --ics --now 2026-11-23
	goal-plan export --remind --now 2026-11-23
	goal-plan export --todo --now 2026-11-23
	goal-plan export --systemd
	goal-plan export --notify
	goal-plan export --csv --now 2026-11-23
	goal-plan remove $step --now 2026-11-23
	goal-plan undo --now 2026-11-23
	goal-plan compact
	END
}

hostile() {
	mkdir -p data/reconnect/goals
	sed "s/^id: voice/id: hostile/;s/^title: /&$bad /;s/Say/&$bad/" \
		"$TOP/lib/data/goals/voice.txt" >data/reconnect/goals/hostile.txt
	sed 's/severity/&,x/' in | sed "2s/0.8/$bad/" >hostile.csv
	cat <<-END
	goal-plan new --family hostile --now 2026-11-22 --seed 2
	goal-plan list --now 2026-11-23
	goal-plan due --on 2027-11-23 --show-text
	goal-plan due --on 2027-11-23
	goal-plan export --crontab
	goal-plan done $bad
	goal-plan new --print hostile.csv
	END
}

streams() {
	input | sed "2s/^a/$bad/" >hostile.csv
	mkdir -p data/reconnect/goals
	sed "s/^id: voice/id: hostile/;s/Say/&$bad/" \
		"$TOP/lib/data/goals/voice.txt" >data/reconnect/goals/hostile.txt
	goal-plan new --family hostile --now 2026-11-22 --seed 2 -q
	cat <<-END
	goal-plan new --print hostile.csv
	goal-plan list --csv --now 2026-11-23
	END
}
