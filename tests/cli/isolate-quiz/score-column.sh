# The instrument column says which instrument a row answers; a name that is none
# is refused, and never opens a file.
cat > in.csv <<'END'
respondent,time,instrument,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6
a,2026-03-02,k6,1,2,1,0,2,1
b,2026-03-02,k66,1,2,1,0,2,1
c,2026-03-02,./k6.txt,1,2,1,0,2,1
d,2026-03-02,k6,0,0,0,0,0,0
e,2026-03-02,,0,0,0,0,0,0
END
isolate-quiz score in.csv
