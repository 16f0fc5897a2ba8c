# Items that work unlike in two groups: the one that was made so, and no other;
# and where theta alone differs, none.
cat > five.txt << 'END'
id: five
title: Five items
licence: none
range: 0..3

item,scale
i0,s
i1,s
i2,s
i3,s
i4,s
END
people() { # SHIFT: of item i1 in group b, whose mean is 0.5 higher
	awk -v shift="$1" '
	function chance() { # two generators and their difference
		one = one * 40014 % 2147483563
		two = two * 40692 % 2147483399
		return ((one - two + 2147483562) % 2147483562 + 0.5) / \
		    2147483562
	}
	BEGIN {
		one = 20261122
		two = 12345
		print "respondent,arm,i0,i1,i2,i3,i4"
		for (p = 1; p <= 3000; p++) {
			b = p % 2 == 0
			theta = 0.5 * b - 6
			for (k = 0; k < 12; k++)
				theta += chance()
			line = p "," (b ? "b" : "a")
			for (i = 0; i < 5; i++) {
				even = chance()
				z = theta - 0.1 * i - (b && i == 1) * shift
				x = 0
				for (m = -1; m <= 1; m++)
					x += even < 1 / (1 + \
					    exp(-(1.2 + 0.2 * i) * (z - m)))
				line = line "," x
			}
			print line
		}
	}'
}
people 0.5 > shifted.csv
isolate-quiz calibrate --dif arm -i ./five.txt shifted.csv > shifted.out
head -n 1 shifted.out
awk -F, 'NR > 1 && $12 < 0.001 { print $2, $3, $4, $10, ($17 < -0.15) }
	NR == 2 { print ($7 > 0.3 && $7 < 0.7) }' shifted.out
people 0 | isolate-quiz calibrate --dif arm --jobs 2 -i ./five.txt |
	awk -F, 'NR > 1 && $12 < 0.05; END { print NR }'
sed '2,40s/,[ab],/,c,/;41,50s/,[ab],/,,/' shifted.csv |
	sed '41,50!s/,c,/,c,/;2,31s/,c,/,a,/' |
	isolate-quiz calibrate --dif arm -i ./five.txt | wc -l
isolate-quiz calibrate --dif sex -i ./five.txt shifted.csv
grep -v ',b,' shifted.csv | isolate-quiz calibrate --dif arm -i ./five.txt
sed 's/,b,\([0-3]\),3/,b,\1,2/' shifted.csv |
	isolate-quiz calibrate --dif arm -i ./five.txt | cut -d , -f 2,4,9-11 |
	sed -n 3p
isolate-quiz calibrate --dif respondent -i ./five.txt shifted.csv
isolate-quiz calibrate --dif arm --fit f.csv -i ./five.txt shifted.csv
