# A sum tells whose crisis it was, so that goal-plan rests, as from the rows.
printf '%s\n' respondent,said 'a,I want to die.' 'a,It rained all day long.' \
	'b,I failed because I am lazy.' |
	attrib-score -c said --summary all 2>help | cut -d , -f 1,3,15 | sort -u
grep -c . help >/dev/null && echo 'help was offered'
