# A row that two instruments refuse is one row.
cat > two.csv << END
respondent,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6,direct,companionship,left-out,isolated
a,9,2,1,0,2,1,9,9,9,9
,1,2,1,0,2,1,1,1,1,1
END
for verb in score 'stats --partial' 'change --reliability .8'; do
	# shellcheck disable=SC2086
	isolate-quiz $verb -i k6 -i gss-loneliness two.csv > out
	echo "rc $?"
done
