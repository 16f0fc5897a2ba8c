# What cannot be calibrated names the item, and writes no bank.
cp "$TOP"/tests/data/grm.csv "$TOP"/tests/data/grm.txt .
try() { # PROGRAM [OPTION]: the answers as awk changes them
	awk -F, -v OFS=, "$1" grm.csv |
		isolate-quiz calibrate $2 -i ./grm.txt | grep -c '^s,'
}
try 'NR > 1 { $3 = 1 } 1'
try 'NR > 1 { $3 = "" } 1'
try 'NR > 1 && $3 == 1 { $3 = 2 } 1'
try 'NR > 1 && $3 == 1 { $3 = 2 } 1' --collapse
try 'NR > 1 { $3 = 2 - $3 } 1'
try 'NR == 1 || NR % 29 == 0'
try 'NR > 1 { $3 = $4 } 1'
isolate-quiz calibrate -i ucla-ls3 < /dev/null
isolate-quiz calibrate grm.csv
