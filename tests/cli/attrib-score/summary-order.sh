# The period before is that before in time, though the newest stands first and
# somebody else between; what has no time is before none.
printf '%s\n' who,when,said 'a,2026-03-03,It rained all day long.' \
	'b,2026-02-03,It rained all day long.' \
	'a,,They left because I am boring.' \
	'a,2026-01-03T10:00,They left because I am boring.' \
	'a,2026-02-30,They left because I am boring.' |
	sed 1s/.*/respondent,time,said/ |
	attrib-score -c said --summary month | cut -d , -f 1-3,11-14
# A time counts whole.
printf '%s\n' time,said 2026-03-07xyz,x 2026-03-07T25:99Z,x 03/07/2026,x \
	'2026-03-07 18:30:00,x' 2026-03-08,x 2026-03-07T23:30-05:00,x ,x >in
attrib-score -c said --summary day in | cut -d , -f 2,3
attrib-score -c said --summary all in | cut -d , -f 2,3
