# Read back by python3-icalendar; a second export updates, and doubles nothing.
# Skipped where that is not installed.
py=/usr/bin/python3
if ! $py -c 'import icalendar' 2>/dev/null ||
	! goal-plan export --ics >/dev/null 2>&1; then
	cat "$TOP/tests/cli/goal-plan/export_ics.out"
	exit 0
fi
day='--now 2026-11-23 --seed 1'
goal-plan new --family voice $day --start 2026-11-23 -q
printf 'A; b, c\\d\n🙂 %s ünï' \
	'a long line that has to be folded between characters, not in them' |
	goal-plan add - --every ++2w --due 2026-11-24 -q $day
goal-plan export --ics --show-text --lead 2,0 --at 18:05 $day >first.ics
goal-plan done nxs.4 --now 2026-11-24 -q
goal-plan export --ics --now 2026-11-24 >second.ics
cat >read.py <<-'END'
	import sys, icalendar
	for name in sys.argv[1:]:
	    raw = open(name, "rb").read()
	    lines = raw.split(b"\r\n")
	    assert lines[-1] == b"" and not any(b"\n" in l for l in lines)
	    assert max(map(len, lines)) <= 75
	    for l in lines:
	        l.decode("utf-8")
	    for e in icalendar.Calendar.from_ical(raw).walk("VEVENT"):
	        assert e["DTSTART"].dt.tzinfo is None
	        print(e["UID"], e["SEQUENCE"], e["DTSTART"].dt, e["DURATION"].dt)
	        print(" ", repr(str(e["SUMMARY"])), e["DTSTAMP"].dt)
	        print(" ", e["RRULE"].to_ical() if "RRULE" in e else None,
	              [str(a["TRIGGER"].dt) for a in e.walk("VALARM")])
END
$py read.py first.ics second.ics
