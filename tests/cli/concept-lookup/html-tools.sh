# How a concept is measured, and which ladders are for it, stands there too.
concept-lookup --html | sed -n '/article id="shyness"/,/<\/article/p' |
	grep -A 4 'goal-plan\|isolate-quiz'
