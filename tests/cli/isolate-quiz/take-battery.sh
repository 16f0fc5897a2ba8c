# Two instruments: one row each, the columns of both.
printf '3\n2\n2\n3\n1\n1\n1\n0\n0\n2\n' |
	isolate-quiz take --now 2026-03-02 gss-loneliness k6
