# One person, from a first quiz to the third week of a ladder, in a real
# terminal: what they do, and what stands on the screen then.
. "$TOP"/tests/terminal.sh
terminal 80 60 C.UTF-8

# at TIME COMMAND: typed at that time, which it is given as --now.
at() {
	run 0 "$2 --now $1"
}

# A quiz of ten questions: tense with people, on nine of ten answers.
key 'clear; isolate-quiz take ipip-social-discomfort --now 2026-03-01T20:00Z' Enter
see 'Am quiet around strangers.'
key 5
see '1/10'
key 5 4 5 4 2 1 1 1 2
see 'Discomfort among people'
see '4.6 of 1..5'
see 'concept-lookup shyness'
see 'This is no diagnosis.'
screen quiz | sed -n '1p;/^  Discomfort/,/^norms/p'

# What is it, that word?
run 0 'concept-lookup shyness | head -n 1'
screen concept | sed '/ended:/d'

# Four days of a diary.
cat >diary.txt <<EOF
2026-03-02 Nobody from work asked me to lunch again, because I'm boring.
2026-03-04 My sister rang and we laughed about the old car for an hour.
2026-03-05 I sat at my desk and ate there.
EOF
run 0 'attrib-score --explain diary.txt'
see '[because I'
see 'yourself'
see 'Labelling'

# A plan from both; the first rung is tried from tomorrow on.
answers=data/reconnect/history/ipip-social-discomfort.csv
run 0 "isolate-quiz score $answers > scores.csv; attrib-score diary.txt > said.csv"
at 2026-03-06 'goal-plan new --seed 3 --setting in-person scores.csv said.csv'
see "'Small talk with people you meet'"
see 'steps from 2026-03-07 on'
at 2026-03-06 'goal-plan list'
see '2026-03-07'
ladder=$(goal-plan list --csv --now 2026-03-06)
rung=$(echo "$ladder" | awk -F, '$6 == "exposure" || $6 == "experiment" {
	print $2; exit}')
next=$(echo "$ladder" | awk -F, '$6 == "exposure" || $6 == "experiment" {
	if (n++) {print $2; exit}}')
see "$rung "
see 'next    2026-03-07'

# Nothing is due on the eve; in the morning it is told, and told once.
at 2026-03-06T09:00Z 'goal-plan due --remind'
screen eve | grep -c 'is due$'
at 2026-03-07T09:00Z 'goal-plan due --remind'
see "$rung a step is due"
at 2026-03-07T09:30Z 'goal-plan due --remind'
screen again | grep -c 'is due$'

# Before: what is feared.  After: what happened.
key "clear; goal-plan predict $rung --now 2026-03-07T10:00Z" Enter
see 'What do you fear'
key 'They will look away.' Enter
see 'How likely'
key 80 Enter
see 'How much distress'
key 50 Enter
run 0 :
key "clear; goal-plan done $rung --now 2026-03-07T18:00Z" Enter
see 'What happened?'
key 'One of them nodded.' Enter
see 'Did what you feared'
key no Enter
see 'How likely'
key 60 Enter
see 'at its peak'
key 45 Enter
see 'with whom'
key 'on the bus' Enter
see 'a few more tries make it stick'

# A bad week: left out, at no cost.
at 2026-03-11T18:00Z "goal-plan skip $rung"
see 'which costs nothing'
at 2026-03-11T19:00Z "goal-plan why $rung"
see "$rung stays up: it was left out once"

# Two more tries, in another place too: what is feared seems half as likely.
run 0 "goal-plan predict $rung --likelihood 60 --suds 45 --now 2026-03-14T10:00Z"
run 0 "goal-plan done $rung --likelihood 45 --peak 35 --happened partly --setting 'on the bus' --now 2026-03-14T18:00Z"
see 'again from 2026-03-16 on'
run 0 "goal-plan predict $rung --likelihood 45 --suds 40 --now 2026-03-17T10:00Z"
run 0 "goal-plan done $rung --likelihood 40 --peak 30 --happened no --setting shop --now 2026-03-17T18:00Z"
see "next is $next"
at 2026-03-17T19:00Z "goal-plan why $rung"
see "$rung is done: what was feared came to seem half as likely"

# The third week: one rung climbed, the next one up.
at 2026-03-21 'goal-plan list'
screen list | awk -v a="$rung" -v b="$next" '
	$1 == a {print "the first rung:", $2}
	$1 == b {print "the second rung:", $2, $3}'
run 0 'goal-plan progress --now 2026-03-21'
screen progress | sed "/ended:/d;s/$rung/RUNG/"
