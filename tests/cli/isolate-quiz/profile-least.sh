# Of a scale answered at its least there is nothing to read about, and nothing is
# said to stand out.
isolate-quiz score --profile - << END
respondent,time,instrument,direct,companionship,left-out,isolated
a,2026-01-01,gss-loneliness,1,1,1,1
END
isolate-quiz score --profile - << END
respondent,time,instrument,direct,companionship,left-out,isolated
b,2026-01-01,gss-loneliness,1,1,2,1
END
