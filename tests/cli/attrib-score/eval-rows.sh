# Rows without a label are counted, bad ones refused, nothing told is told of.
printf '%s\n' l,t,p a,a,0.5 b,,0.5 ,a,1 a,a,2 'a;b,a,1' b,b,0.75 >rows
attrib-score eval --label l --predicted t --probability p --bootstrap 0 rows
echo "exit $?"
attrib-score eval --label l rows
attrib-score eval --predicted t rows
attrib-score eval --label l --predicted t --model m rows
printf 'l,t\n,a\n' | attrib-score eval --label l --predicted t
echo "exit $?"
