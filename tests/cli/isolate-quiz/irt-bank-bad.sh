# A bank whose parameters cannot be, or that is of another version.
cp "$TOP"/tests/data/grm.csv "$TOP"/tests/data/grm.txt .
isolate-quiz calibrate -i ./grm.txt grm.csv |
	sed 's/\(\.[0-9]\{4\}\)[0-9]*/\1/g' > good.txt
try() { # SED-SCRIPT
	sed "$1" good.txt > bank.txt
	isolate-quiz score --irt ./bank.txt -i ./grm.txt grm.csv | sed 1d
}
try 's/^s,two,\([^,]*,[^,]*,[^,]*\),[^,]*/s,two,\1,0.9/'
try 's/^s,two,[^,]*,/&-/'
try '/^s,two,/s/0;1;2/2;1;0/'
try '/^s,two,/d'
try 's/^s,two,/s,four,/'
try 's/^checksum: ./checksum: x/'
try 's/^checksum.*/colour: red/'
isolate-quiz score --irt no-such-bank -i ./grm.txt grm.csv
isolate-quiz score --estimate ml -i ./grm.txt grm.csv
