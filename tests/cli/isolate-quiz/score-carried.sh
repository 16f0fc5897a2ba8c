# Who answered goes on with the scores, behind the other columns; the first
# file says which of these columns there are.
cat > a.csv << END
group,direct,companionship,left-out,isolated,age,respondent
control,1,2,2,2,20,a
,1,1,1,1,,b
END
cat > b.csv << END
respondent,sex,group,direct,companionship,left-out,isolated
c,female,treated,2,3,3,3
END
isolate-quiz score -i gss-loneliness a.csv b.csv | cut -d, -f 1,4,15-
isolate-quiz score -i gss-loneliness --top 1 b.csv | cut -d, -f 1,4,15-
head -1 a.csv | isolate-quiz score -i gss-loneliness
printf '%s\n' 1 2 2 2 |
	isolate-quiz take --score --now 2026-03-02 --sex male gss-loneliness |
	cut -d, -f 2,4,15-
