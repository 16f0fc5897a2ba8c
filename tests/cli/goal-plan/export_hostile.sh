# What others wrote into a journal, a text or a name, adds no line of its own to
# a calendar, a crontab, remind's file or todo.txt.
day='--now 2026-11-23 --seed 1'
printf 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil\nREM evil\n\033[31m' |
	goal-plan add - --every ++1w --due 2026-11-24 -q $day
goal-plan export --ics --show-text $day >text.ics
/usr/bin/python3 - <<-'END'
	import icalendar
	events = icalendar.Calendar.from_ical(open("text.ics").read()).walk("VEVENT")
	print(len(events), "event,", repr(str(events[0]["SUMMARY"])))
END
goal-plan export --remind --show-text $day
goal-plan export --todo --show-text $day
journal=$(goal-plan list --paths | sed -n 's/^journal //p')
cp "$journal" kept
for name in 's/nxs/n\\nREM evil/g' 's/Z-/Z\\r\\nSUMMARY:evil/'; do
	sed "$name" "$journal" >hostile.csv
	chmod 600 hostile.csv
	for how in --ics --remind --todo --csv; do
		goal-plan export $how --show-text --journal hostile.csv $day 2>&1 |
			grep -a '^[^g]*evil'
	done
	goal-plan merge hostile.csv --now 2026-11-24 2>&1
done
cmp "$journal" kept
