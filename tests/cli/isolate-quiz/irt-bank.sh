# From answers to a bank and to theta; the bank fits no other instrument.
cp "$TOP"/tests/data/grm.csv "$TOP"/tests/data/grm.txt .
isolate-quiz calibrate -i ./grm.txt grm.csv > bank.txt &&
	isolate-quiz calibrate --jobs 3 -i ./grm.txt < grm.csv | cmp - bank.txt
sed -n 's/\(\.[0-9][0-9][0-9]\)[0-9]*/\1/gp' bank.txt
for estimate in eap map ml; do
	isolate-quiz score --irt ./bank.txt --estimate $estimate -i ./grm.txt \
		grm.csv | sed -n 's/\(\.[0-9][0-9][0-9][0-9]\)[0-9]*/\1/g;2p;34p'
done
sed 's/^id: grm/id: other/' grm.txt > other.txt
isolate-quiz score --irt ./bank.txt -i ./other.txt grm.csv
