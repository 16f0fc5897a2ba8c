# A reliability gives an error only where an sd is known: where it is not, that is
# said, once.
printf '%s\n' respondent,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6 a,1,1,1,1,1,1 \
	b,1,1,1,1,1,1 > k6.csv
isolate-quiz score -i k6 --reliability .9 k6.csv | cut -d , -f 1,8-11
printf '%s\n' direct,companionship,left-out,isolated 1,2,2,2 |
	isolate-quiz score -i gss-loneliness --reliability .5 | grep ucla3 |
	cut -d , -f 8-11
isolate-quiz score -q -i k6 --reliability .9 k6.csv | wc -l
