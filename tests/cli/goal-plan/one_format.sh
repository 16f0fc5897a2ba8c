# Of two forms at a time none is taken in silence.
for words in 'export --crontab --ics' 'export --csv --todo' \
	'export --remind --todo' 'progress --csv --svg'; do
	goal-plan $words
	echo "$? $words"
done 2>&1
goal-plan export --crontab --crontab | wc -l
