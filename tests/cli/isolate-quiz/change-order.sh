# First and last are told by time, never guessed: not of a sitting without time
# among dated ones, nor of two on one day of which one lacks the time of day.
# Where nobody's have one, the order of the rows counts, and it is said.
head=respondent,time,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6
cat > a.csv << END
$head
a,2026-01-01,1,2,1,0,2,1
a,,3,3,3,3,3,3
a,2026-01-03,0,0,0,0,0,0
b,2026-01-01T08:00:00Z,1,2,1,0,2,1
b,2026-01-01,3,3,3,3,3,3
b,2026-01-01T20:00:00Z,0,0,0,0,0,0
c,2026-01-01T20:00:00Z,1,1,1,1,1,1
d,,1,1,1,1,1,1
d,,2,2,2,2,2,2
END
cat > b.csv << END
$head
c,2026-01-01,2,2,2,2,2,2
END
for strict in '' --strict; do
	# shellcheck disable=SC2086
	isolate-quiz change --reliability .9 --sd 5 -i k6 $strict a.csv b.csv
	echo "rc $?"
done
