# The same moment twice, and a time that is none.
isolate-quiz change --reliability .81 -i gss-loneliness --scale ucla3 - << END
respondent,time,direct,companionship,left-out,isolated
a,2026-01-01T10:00Z,1,3,3,3
a,2026-01-01T11:00+01:00,1,1,1,1
a,2026-01-02,1,3,3,2
b,yesterday,1,1,1,1
b,2026-01-02,1,1,1,1
END
