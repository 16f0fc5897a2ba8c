# Sittings of a person, and how the scores went; the profile says the change.
. "$TOP"/tests/terminal.sh
isolate-quiz history
terminal 80 60 C.UTF-8
day=1
for answers in '2 2 2 2' '3 3 3 3' '3 3 2 3' '1 1 1 2'; do
	key "clear; isolate-quiz take --sex female --age 30 --now 2026-03-0$day gss-loneliness; echo rc \$?" Enter
	see '0/4'
	# shellcheck disable=SC2086
	key $answers
	see 'rc 0'
	day=$((day + 1))
done
screen last
key 'clear; isolate-quiz history; echo rc $?' Enter
see '4 sittings'
see 'rc 0'
screen history
isolate-quiz history
isolate-quiz history k6 && echo some
isolate-quiz history --svg loneliness.svg gss-loneliness
head -n 4 loneliness.svg
grep -c '<circle' loneliness.svg
