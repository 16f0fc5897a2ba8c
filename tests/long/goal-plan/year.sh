# The year of 200 people; tests/unit/test_year.c lives that of 10.
YEAR_PEOPLE=200
export YEAR_PEOPLE
"$(dirname "$(command -v goal-plan)")/tests/unit/test_year" 2>&1 |
	grep -c '  OK '
