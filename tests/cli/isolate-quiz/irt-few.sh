# Of nobody and of one person nothing is said that needs more; who answered
# nothing sits no adaptive sitting, and one theta of all correlates with nothing.
cp "$TOP"/tests/data/grm.csv "$TOP"/tests/data/grm.txt .
isolate-quiz calibrate -i ./grm.txt grm.csv > bank.txt
shorten='s/\(\.[0-9][0-9]\)[0-9]*/\1/g'
printf '%s\n' respondent,one,two,three nobody,,, > none.csv
printf '%s\n' respondent,one,two,three nobody,,, a,2,1,2 > one.csv
for people in none one; do
	isolate-quiz score --irt ./bank.txt --summary -i ./grm.txt $people.csv |
		cut -d , -f 4- | sed "$shorten"
	isolate-quiz simulate --irt ./bank.txt -i ./grm.txt $people.csv |
		cut -d , -f 1-4
	isolate-quiz simulate --irt ./bank.txt -i ./grm.txt --summary $people.csv |
		cut -d , -f 3- | sed "$shorten"
done
isolate-quiz simulate --irt ./bank.txt -i ./grm.txt --people 500 --theta 1.3 \
	--summary | cut -d , -f 11- | sed "$shorten"
