# q3 should be reversed, everyone gave q4 the same answer.
cat > four.txt << END
id: four
range: 1..5

item,text,scale
q1,-,all
q2,-,all
q3,-,all
q4,-,all
END
isolate-quiz stats -i ./four.txt - << END | grep -E 'r.drop|alpha_raw,|alpha_std'
q1,q2,q3,q4
1,2,5,3
2,1,4,3
3,3,3,3
4,5,2,3
5,4,1,3
END
