# A percent sign would end the command; the program is named in full.
touch "it's 100%.csv"
goal-plan export --crontab --at 08:05 --journal "it's 100%.csv" |
	sed "s|'[^']*/goal-plan'|GOAL-PLAN|; s|'$PWD/|'PWD/|"
# A line break, of a name or of the folder, would begin a line that cron runs.
evil='x
* * * * * touch evil'
mkdir "$evil"
touch "$evil/steps.csv"
for how in --crontab --systemd --notify; do
	goal-plan export $how --journal "$evil"
	(cd "$evil" && goal-plan export $how --journal steps.csv)
done 2>&1 | sed "s|$PWD/|PWD/|"
