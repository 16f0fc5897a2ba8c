printf '%s\n' respondent,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6 a,1,5,1,0,2,1 \
	b,0,0,0,0,0,1 | isolate-quiz score -i k6 --lenient --missing max\ 1
