# An instrument that is named twice counts once; two of one id are refused.
printf 'k6_1,k6_2,k6_3,k6_4,k6_5,k6_6\n1,2,1,0,2,1\n' > k6.csv
isolate-quiz score -i k6 -i k6 --wide k6.csv
isolate-quiz score -i k6 -i k6 k6.csv | wc -l
printf 'id: k6\nrange: 0..4\n\nitem,text,scale\nk6_1,-,s\n' > own.txt
isolate-quiz score -i k6 -i ./own.txt k6.csv
