# Rows that name nobody are no one person's, unless it is said whose they are.
cat > some.csv << END
respondent,time,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6
,2026-01-01,1,2,1,0,2,1
a,2026-01-01,1,2,1,0,2,1
,2026-01-02,3,3,3,3,3,3
a,2026-01-02,3,3,3,3,3,3
END
change() {
	isolate-quiz change --reliability .9 --sd 5 -i k6 "$@"
	echo "rc $?"
}
change some.csv
change --respondent me some.csv
cut -d , -f 2- some.csv > none.csv
change none.csv
change --respondent me none.csv
change --strict some.csv
