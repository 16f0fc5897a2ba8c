# How well a calibration fits, as tables; none of them where no bank comes of it.
cp "$TOP"/tests/data/grm.csv "$TOP"/tests/data/grm.txt .
isolate-quiz calibrate --fit fit.csv --q3 q3.csv -i ./grm.txt grm.csv |
	grep -c '^s,'
sed 's/\(\.[0-9][0-9][0-9][0-9]\)[0-9]*/\1/g' fit.csv q3.csv
isolate-quiz calibrate --fit grm.csv/fit.csv -i ./grm.txt grm.csv
echo "$?"
awk -F, -v OFS=, 'NR > 1 { $3 = 1 } 1' grm.csv |
	isolate-quiz calibrate --fit none.csv -i ./grm.txt
test ! -e none.csv
# S-X2 is of those who answered all, which a branch may have chosen.
awk -F, -v OFS=, 'NR % 3 == 0 { $3 = "" } 1' grm.csv |
	isolate-quiz calibrate --fit gaps.csv -i ./grm.txt | grep -c '^s,'
cut -d , -f 1-3 gaps.csv
