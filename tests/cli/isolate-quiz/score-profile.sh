# Help comes first, then the profile: bars, bands, advice, what is not known.
printf '%s\n' respondent,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6 a,3,2,2,2,2,2 |
	isolate-quiz score --profile -i k6 2>&1
yes 3 | head -n 34 | isolate-quiz take --now 2026-03-02 project-patterns |
	isolate-quiz score --profile | sed -n 1,11p
# T scores, their bands, the norm sample.
yes 5 | head -n 28 | isolate-quiz take --now 2026-03-02 --sex female --age 30 \
	ipip-neo-120-social | isolate-quiz score --profile | sed -n 1,14p
# Whose each one is.
printf '%s\n' respondent,time,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6 a,2026-03-02,0,0,0,0,0,0 \
	b,,1,1,1,1,0,0 ,,0,0,1,1,0,0 | isolate-quiz score --profile -i k6
