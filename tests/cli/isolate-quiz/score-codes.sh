# Codes nobody declared, a decimal comma, blanks, other text: refused with line
# and item.  1.0 is 1, as programs write it that keep such columns as floats.
cat > h.csv << 'END'
respondent,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6
a,1.0,0.00,2,4.0,1,1
b,-1,1,1,1,1,1
c,999,1,1,1,1,1
d,1,"1,5",1,1,1,1
e,1,1.5,1,1,1,1
f, 1,1,1,1,1,1
g,1,NA,1,1,1,1
h,1,.0,1,1,1,1
i,1,1.,1,1,1,1
j,5.0,1,1,1,1,1
k,1e0,1,1,1,1,1
END
isolate-quiz score --wide -i k6 h.csv
echo $?
isolate-quiz score --wide -i k6 --na NA --na -1 h.csv 2>&1 | head -4
