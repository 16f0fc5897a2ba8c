# The same respondent at the same time twice: told, refused, the others scored.
# Without a time, or of another instrument, it is no repetition.
cat > in.csv <<'END'
respondent,time,instrument,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6
a,2026-03-02,k6,1,1,1,1,1,1
b,2026-03-02,k6,1,1,1,1,1,1
a,2026-03-03,k6,1,1,1,1,1,2
a,2026-03-02,k6,1,1,1,1,1,3
a,,k6,1,1,1,1,1,1
a,,k6,1,1,1,1,1,1
END
isolate-quiz score in.csv | cut -d , -f 1-3,8
isolate-quiz score -i k6 in.csv | sed 1d | wc -l
isolate-quiz score -i ons4 in.csv
printf '%s\n' respondent,instrument,satisfied,worthwhile,happy,anxious \
	a,k6,1,1,1,1 | isolate-quiz score -i ons4
# A row that was refused is none to stand again.
isolate-quiz score -i k6 - << END
respondent,time,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6
a,2026-03-02,1,2,1,0,2,11
a,2026-03-02,1,2,1,0,2,1
END
