# The K6 is over 12 whatever the last answer would be; and where the sitting is
# left after it.
printf '4\n4\n4\n4\n4\ns\n' | isolate-quiz take --score --now 2026-03-02 k6 |
	cut -d, -f 4,7,8,16
printf '4\n4\n4\n4\n4\n4\nq\n' | isolate-quiz take k6 gss-loneliness
