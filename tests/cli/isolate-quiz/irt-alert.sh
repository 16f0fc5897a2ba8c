# A score that is to be expected at theta asks for help as a sum does: where the
# answers that are there do not come to it by themselves, and where people are
# summed up.
sed 's/^scale,direction/&,alert/;s/^s,up/&,>= 5/' "$TOP"/tests/data/grm.txt > grm.txt
isolate-quiz calibrate -i ./grm.txt "$TOP"/tests/data/grm.csv > bank.txt
printf '%s\n' respondent,one,two,three a,1,2,1 > low.csv
printf '%s\n' respondent,one,two,three,asked 'b,2,,2,three;one' > high.csv
for rows in low high; do
	isolate-quiz score --irt ./bank.txt -i ./grm.txt $rows.csv 2> $rows.err |
		sed 1d | cut -d , -f 1,4,6,7,16
	sed 1q $rows.err
	isolate-quiz score --irt ./bank.txt --summary -i ./grm.txt $rows.csv \
		2> $rows.err | cut -d , -f 1-5
	sed 1q $rows.err
done
