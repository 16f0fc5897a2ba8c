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
printf 'q1,q2,q3,q4,q5\n1,2,3,4,5\n' | isolate-quiz stats -i ./five.txt --partial > five.part
sed -i 's/^range: 1..5/range: 1..6/' five.txt
isolate-quiz stats --merge -i ./five.txt five.part
