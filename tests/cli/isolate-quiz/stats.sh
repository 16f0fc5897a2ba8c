# The figures of all: psych 2.2.9, see tests/unit/people.h.
cat > people.csv << END
respondent,q1,q2,q3,q4,q5
1,1,2,1,2,1
2,2,2,3,2,2
3,3,3,2,4,3
4,4,5,4,4,5
5,5,4,5,5,4
6,2,1,2,3,1
7,3,4,3,2,4
8,4,4,5,3,5
9,1,1,2,1,2
10,5,5,4,5,5
11,3,2,3,4,3
12,2,3,1,2,3
END
cat > five.txt << END
id: five
version: 1
range: 1..5
score: sum
missing: complete

item,text,scale
q1,-,all; some
q2,-,all; some
q3,-,all
q4,-,all
q5,-,all
END
isolate-quiz stats -i ./five.txt people.csv > stats.csv
grep -E '^instrument|,all,' stats.csv |
	awk -F, '{ print $3 "," $4 "," $5 "," $6 ",", NR == 1 || $7 == "" ? $7 : sprintf("%.10g", $7) }'
