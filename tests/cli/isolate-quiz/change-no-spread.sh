# Where all were alike before there is no error to judge by, and no verdict.
isolate-quiz change --reliability .9 -i k6 --summary - << END
respondent,time,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6
a,2026-01-01,1,2,1,0,2,1
a,2026-01-02,0,0,0,0,0,0
b,2026-01-01,1,2,1,0,2,1
b,2026-01-02,4,4,4,4,4,4
c,2026-01-01,1,2,1,0,2,1
c,2026-01-02,1,2,1,0,2,1
END
