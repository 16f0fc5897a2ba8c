printf '%s\n' k6_1,k6_2,k6_3,k6_4,k6_5,k6_6 0,0,0,0,0,NA |
	isolate-quiz score -i k6 --na NA --missing available
