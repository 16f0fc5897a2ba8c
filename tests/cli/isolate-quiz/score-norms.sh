# T by sex and age, a percentile of the counted distribution, the error.
printf '%s\n' respondent,sex,age,direct,companionship,left-out,isolated \
	a,female,20,1,2,2,2 b,,,5,3,3,3 c,male,40,3,1,1,1 |
	isolate-quiz score -i gss-loneliness | grep ucla3
