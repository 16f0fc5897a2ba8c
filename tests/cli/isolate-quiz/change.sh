# First and last by time: 9 to 3, 8 to 4, 4 to 5; d came once.
cat > twice.csv << END
respondent,time,group,direct,companionship,left-out,isolated
a,2026-01-01,x,1,3,3,3
b,2026-01-01,y,2,3,2,3
c,2026-01-02,y,2,1,1,2
b,2026-03-01,y,2,2,1,1
a,2026-02-01,x,2,1,1,1
b,2026-02-01,y,2,3,3,3
c,2026-02-01,y,3,1,2,2
d,2026-02-01,y,3,1,2,2
END
isolate-quiz change --reliability .81 -i gss-loneliness twice.csv
