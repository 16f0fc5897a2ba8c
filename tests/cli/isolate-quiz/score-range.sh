# Out of range: the row is refused, told with line and item, the others scored.
printf '%s\n' k6_1,k6_2,k6_3,k6_4,k6_5,k6_6 1,5,1,0,2,1 0,0,0,0,0,1 \
	'1,"1,5",0,0,0,0' 1,1,1,1,1,-1 > in.csv
isolate-quiz score -i k6 in.csv
