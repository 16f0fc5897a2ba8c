# A sitting without a score is told, and how many are left out; so is a scale
# that is not there.
cat > gaps.csv << END
respondent,time,direct,companionship,left-out,isolated
a,2026-01-01,1,3,3,3
a,2026-01-02,1,2,2,2
a,2026-01-03,1,,,
b,2026-01-01,,3,3,3
b,2026-01-02,,,,
c,2026-01-02,1,3,3,3
END
isolate-quiz change --reliability .81 --sd 1.656 -i gss-loneliness gaps.csv
echo "rc $?"
isolate-quiz change --reliability .81 --sd 1.656 -i gss-loneliness \
    --scale direct -q gaps.csv
isolate-quiz change --reliability .81 --scale ucla-3 -i gss-loneliness gaps.csv
echo "rc $?"
{
	echo instrument,respondent,time,asked,direct,companionship,left-out,isolated
	echo gss-loneliness,a,2026-01-01,companionship,,3,,
	echo gss-loneliness,a,2026-01-02,isolated,,,,3
} | isolate-quiz change --reliability .81 --sd 1
