# What was told in one month and is gone in the next has a row that says so.
printf '%s\n' '2026-01-03 They left because I am boring.' \
	'2026-02-03 It rained all day long.' '2026-03-03 It rained all day long.' |
	attrib-score --summary month | cut -d , -f 2,3,11-14
