# An item's mean and sd are of its keyed answers in any scale, whatever it weighs
# there: i1 has 1, 2, 4, i2 4 - (3, 1, 0) = 1, 3, 4, their product 1, 6, 16.
cat > w.txt << 'END'
id: w
title: Weights
range: 0..4

scale,of,score
m,,mean
s,,sum
p,,mean
t,m;2*s,sum

item,key,scale,product
i1,1,m;2*s,
i2,-1,m;0.5*s,
i3,1,p,1
i4,-1,p,1
i5,1,p,
END
isolate-quiz stats -q -i ./w.txt > stats.csv << 'END'
respondent,i1,i2,i3,i4,i5
a,1,3,1,3,1
b,2,1,2,1,0
c,4,0,4,0,2
END
grep -E ',i[^,]*,,(mean|sd),' stats.csv | grep -v ',,i'
