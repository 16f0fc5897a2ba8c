# The bank and the people of tests/data/adaptive.R: the same items in the same
# order, and the same theta.
cat > eight.txt << 'END'
id: eight
title: Eight items
licence: none
range: 0..3

item,scale
i0,s
i1,s
i2,s
i3,s
i4,s
i5,s
i6,s
i7,s
END
cat > answers.csv << 'END'
respondent,i0,i1,i2,i3,i4,i5,i6,i7
a,0,1,2,0,0,1,2,0
b,3,3,3,2,3,3,3,1
c,0,0,0,1,0,0,1,0
END
bank() { # CHECKSUM
	printf 'instrument: eight\nchecksum: %s\n\nscale,item,a,b1,b2,b3\n' "$1"
	cat << 'END'
s,i0,1.1,-1.5,0.2,1.1
s,i1,2.3,-0.3,0.4,1.6
s,i2,1.7,-2,-1,0
s,i3,0.8,-1,0,1
s,i4,2.0,0.5,1.2,2
s,i5,1.4,-1.2,-0.2,0.9
s,i6,1.9,-2.4,-1.6,-0.7
s,i7,1.2,0.9,1.5,2.6
END
}
bank none > bank.txt
sum=$(isolate-quiz score --irt ./bank.txt -i ./eight.txt answers.csv 2>&1 |
	sed -n "s/.*checksum '\([0-9a-f]*\)'.*/\1/p")
bank "$sum" > bank.txt
shorten='s/\(\.[0-9]\{8\}\)[0-9]*/\1/g'
isolate-quiz simulate --irt ./bank.txt --se 0.45 -i ./eight.txt answers.csv |
	sed "$shorten"
isolate-quiz simulate --irt ./bank.txt --se 0.45 --summary -i ./eight.txt \
	answers.csv | cut -d , -f 1-5
isolate-quiz simulate --irt ./bank.txt --most 2 -i ./eight.txt answers.csv |
	cut -d , -f 1,4,11
isolate-quiz simulate answers.csv
