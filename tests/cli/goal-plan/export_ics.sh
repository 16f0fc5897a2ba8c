# Read back by python3-icalendar and by libical; a second export updates, and
# doubles nothing, also where the clock was put back or the journal compacted.
day='--now 2026-11-23 --seed 1'
goal-plan new --family voice $day --start 2026-11-23 -q
printf 'A; b, c\\d\n🙂 %s ünï' \
	'a long line that has to be folded between characters, not in them' |
	goal-plan add - --every ++2w --due 2026-11-24 -q $day
goal-plan export --ics --show-text --lead 2,0 --at 18:05 $day >first.ics
goal-plan done nxs.4 --now 2026-11-24 -q
goal-plan export --ics --now 2026-11-24 >second.ics
# the clock goes back by a month; then a change is made and taken back
goal-plan done nxs.4 --now 2026-10-24 -q
goal-plan export --ics --now 2026-10-24 >third.ics
goal-plan edit nxs.1 --due 2026-12-24 --now 2026-11-26 -q
goal-plan export --ics --now 2026-11-26 >edited.ics
goal-plan undo --now 2026-11-26T13:00:00Z -q
goal-plan compact --now 2026-11-26 -q
goal-plan export --ics --now 2026-11-26 >fourth.ics
cat >read.py <<-'END'
	import sys, icalendar
	seen = {}
	for name in sys.argv[1:]:
	    raw = open(name, "rb").read()
	    lines = raw.split(b"\r\n")
	    assert lines[-1] == b"" and not any(b"\n" in l for l in lines)
	    assert max(map(len, lines)) <= 75
	    for l in lines:
	        l.decode("utf-8")
	    for e in icalendar.Calendar.from_ical(raw).walk("VEVENT"):
	        assert e["DTSTART"].dt.tzinfo is None
	        assert e["SEQUENCE"] > seen.get(e["UID"], -1), name
	        seen[e["UID"]] = e["SEQUENCE"]
	        if name[0] in "fs" and name[1] in "ie":
	            print(e["UID"], e["DTSTART"].dt, e["DURATION"].dt)
	            print(" ", repr(str(e["SUMMARY"])), e["DTSTAMP"].dt)
	            print(" ", e["RRULE"].to_ical() if "RRULE" in e else None,
	                  [str(a["TRIGGER"].dt) for a in e.walk("VALARM")])
END
/usr/bin/python3 read.py first.ics second.ics third.ics edited.ics fourth.ics
calendar=$(dirname "$(command -v goal-plan)")/tests/tools/calendar
"$calendar" first.ics
echo
# imported twice, in whatever order: once, as it stood last
"$calendar" first.ics first.ics | grep -c @reconnect
"$calendar" first.ics second.ics third.ics fourth.ics >forth
"$calendar" fourth.ics third.ics second.ics first.ics second.ics >back
cat forth
for file in forth back; do
	paste -d' ' - - - <$file | sort >sorted.$file
done
cmp sorted.forth sorted.back
