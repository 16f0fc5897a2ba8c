# T says whose mean 50 is: norms go by sex and age.  A percentile of 0 or 100 is
# nobody's.
cat > spread.txt << 'END'
id: spread
title: Spread
range: 0..10
norms: some

item,text
one,How one?

norm,sex,age_min,age_max,n,mean,sd
total,any,,,100,5,2
total,female,16,40,100,5,2
total,male,16,40,100,4,2
total,male,41,,100,4,2
total,female,,15,100,4,2

count,score,n
total,0,1
total,5,998
total,10,1
END
cat > in.csv << 'END'
respondent,sex,age,one
any,,,0
woman,female,30,5
both,,30,10
man,male,90,5
girl,female,9,5
boy,male,9,5
END
isolate-quiz score --profile -i ./spread.txt in.csv | grep -E '^[a-z]+$|T|percentile'
