# Line by line from a pipe: numbers, an empty line and s skip, b goes back.
printf '1\n2\nb\n3\n\ns\n0\n4\n' |
	isolate-quiz take --now 2026-03-02T21:04:00+01:00 --respondent ann \
		--sex female --age 30 --group b k6
