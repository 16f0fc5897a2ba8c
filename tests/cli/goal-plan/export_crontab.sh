# A percent sign would end the command; the program is named in full.
goal-plan export --crontab --at 08:05 --journal "it's 100%.csv" |
	sed "s|'[^']*/goal-plan'|GOAL-PLAN|; s|'$PWD/|'PWD/|"
