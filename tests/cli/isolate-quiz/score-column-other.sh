# A row that names an instrument whose columns its file lacks is refused with its
# line, and the others are scored; with --strict it ends the run.
cat > in.csv <<'END'
respondent,time,instrument,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6
a,2026-03-02,k6,1,2,1,0,2,1
b,2026-03-02,ons4,1,2,1,0,2,1
c,2026-03-02,k6,0,0,0,0,0,0
d,2026-03-02,ons4,1,2,1,0,2,1
END
isolate-quiz score in.csv | cut -d , -f 1,3,8
isolate-quiz score in.csv > /dev/null 2>&1
echo "rc $?"
isolate-quiz stats in.csv | grep -E ',distress,,,(rows|n),'
isolate-quiz score --strict in.csv | cut -d , -f 1,3,8
# What the next file has is its own affair.
sed 's/k6_\(.\)/x\1/g; 1s/x1,x2,x3,x4/satisfied,worthwhile,happy,anxious/' in.csv > two.csv
isolate-quiz score in.csv two.csv 2>&1 > /dev/null | cut -c -60
isolate-quiz score two.csv 2> /dev/null | cut -d , -f 1,3,4,8
