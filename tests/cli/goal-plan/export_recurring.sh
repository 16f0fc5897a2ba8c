# What comes round says so to remind and to a calendar: both have the days that
# goal-plan itself comes to when each is done on its day, for two years.
plan() {
	goal-plan --seed 1 -q "$@"
}
while read -r span day; do
	rm -rf data
	first=$day
	end=$((${day%%-*} + 2))${day#*-}
	plan add 'Water the plants.' --every "$span" --due "$day" --now "$day"
	id=$(plan list --csv | cut -d, -f2 | tail -n 1)
	plan export --remind --now "$day" | remind -s25 - "$day" >told
	plan export --ics --now "$day" | tr -d '\r' |
		sed -n 's/^RRULE://p' >rule
	while [ "$(echo "$day" | tr -d -)" -le "$(echo "$end" | tr -d -)" ]; do
		echo "$day"
		plan done "$id" --now "$day"T12:00:00Z
		day=$(plan due --on "$day" --within 9999 | cut -d' ' -f1)
	done >own
	echo "$span $first: $(wc -l <own) days, $(cat rule)"
	# remind's months are whole: the last may go beyond the two years
	cut -d' ' -f1 told | tr / - | head -n "$(wc -l <own)" | cmp - own
	/usr/bin/python3 - "$first" <<-'END'
		import sys, datetime
		from dateutil.rrule import rrulestr
		own = [l.strip() for l in open("own")]
		rule = rrulestr(open("rule").read().strip(),
		    dtstart=datetime.datetime.fromisoformat(sys.argv[1]))
		got = [d.date().isoformat() for d, _ in zip(rule, own)]
		assert got == own, (got, own)
	END
done <<'END'
+90d 2026-01-05
++9w 2026-01-06
++3m 2026-01-31
+5m 2026-02-28
++1m 2026-01-30
++1y 2026-03-05
++1y 2024-02-29
+2y 2026-03-05
END
# Waiting, and so told today; then on its own days again.
rm -rf data
plan add 'Water the plants.' --every ++1w --due 2026-01-05 --now 2026-01-01
plan add 'Ring Bo.' --every tue,fri --now 2026-01-01
plan add 'Read.' --every .+3d --due 2026-01-05 --now 2026-01-01
plan export --remind --show-text --now 2026-01-08
plan export --remind --show-text --now 2026-01-08 | remind -n - 2026-01-08
plan export --ics --show-text --now 2026-01-08 | tr -d '\r' |
	grep 'RRULE\|SUMMARY\|DTSTART'
