printf 'gnarf gnarf one\n2026-03-07 gnarf gnarf two\ngnarf gnarf three\n\n2026-03-08\n2026-03-09T10:30Z: gnarf gnarf four\n2026-02-30 gnarf gnarf five\n' | attrib-score
# What only looks like a date is no time, nor is that of the lines above.
printf '%s\n' '2026-01-01 gnarf gnarf one' '2026-02-30 gnarf gnarf two' \
	'gnarf gnarf three' '2026-03-07T18:30 gnarf gnarf four' \
	'2026-03-07.she gnarf gnarf five' '2026-03-08. gnarf gnarf six' \
	'2026-03-0 gnarf gnarf seven' | attrib-score | cut -d , -f 2-4
# A dated line may be set in.
printf '2026-01-01 gnarf gnarf one\n \t2026-01-02 gnarf gnarf two\n' |
	attrib-score | cut -d , -f 2-4
