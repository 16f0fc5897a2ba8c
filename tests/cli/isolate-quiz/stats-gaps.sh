# Listwise and pairwise by hand: three people, one gap.
cat > two.txt << END
id: two
range: 1..5
missing: complete

item,text,scale
q1,-,all
q2,-,all
END
printf 'q1,q2\n1,2\n3,\n2,4\n' > gaps.csv
for rule in -q --pairwise; do
	isolate-quiz stats $rule -i ./two.txt gaps.csv |
		grep -E ',(rows|any|complete|n|mean|sd|missing),' | cut -d, -f2-
done
