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
head -5 people.csv > a.csv
{ head -1 people.csv; tail -8 people.csv; } > b.csv
for rule in -q --pairwise; do
	isolate-quiz stats -q $rule -i ./five.txt people.csv > whole.csv
	for part in a b; do
		isolate-quiz stats -q $rule -i ./five.txt --partial $part.csv > $part.part
	done
	isolate-quiz stats -q --merge -i ./five.txt b.part a.part | cmp - whole.csv
	isolate-quiz stats -q --merge --partial -i ./five.txt a.part b.part > ab.part
	isolate-quiz stats -q --merge -i ./five.txt ab.part | cmp - whole.csv
done
