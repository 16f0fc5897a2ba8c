# A journal that is named has to be there, but for what begins one; a lock is not
# left behind. One of the usual name may be yet to come.
for words in list due 'due --remind' 'why nxs.1' progress report check \
	'check --repair' 'export --todo' 'export --crontab' 'done nxs.1' undo \
	pause 'rate nxs.1 --suds 3' 'split nxs.1' 'remove nxs' compact; do
	goal-plan $words --journal typo.csv
	echo "$? $words"
done 2>&1
ls -A
for words in list due 'due --remind' progress check 'export --todo' \
	'export --crontab'; do
	goal-plan $words >/dev/null 2>&1 || echo "$? $words"
done
goal-plan new --family voice --journal new.csv -q
goal-plan add Swim --journal add.csv -q
goal-plan merge new.csv --journal merged.csv -q
ls *.csv
