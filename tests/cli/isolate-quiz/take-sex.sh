# A word for sex that norms do not know is told where there are norms by sex.
answer() {
	printf '%s\n' 1 2 2 2 0 0 | isolate-quiz take --now 2026-03-02 --score \
		"$@" | grep -E 'ucla3|distress' | cut -d , -f 4,8,12,17
}
answer --sex m --age 40 gss-loneliness 2>&1
answer --sex female --age 40 gss-loneliness 2>&1
answer --sex m k6 2>&1
answer -q --sex m gss-loneliness 2>&1
