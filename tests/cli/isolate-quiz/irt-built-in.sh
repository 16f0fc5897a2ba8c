# The shipped banks: person 1 stands as low as can be on every item, 2 as high, 3
# alternates, and 4 stands low on the first three and answers no other: an error
# that is wider.
for domain in extraversion neuroticism; do
	id=ipip-spi-$domain
	isolate-quiz show --codebook $id | awk -F, -v id=$id '
	function end(i, high) { return high == (key[i] == 1) ? 6 : 1 }
	FNR == 1 { next }
	{ item[++n] = $2; key[n] = $4 }
	END {
		line = "respondent,instrument"
		for (i = 1; i <= n; i++)
			line = line "," item[i]
		print line
		for (p = 1; p <= 4; p++) {
			line = p "," id
			for (i = 1; i <= n; i++)
				line = line "," (p == 4 && i > 3 ? "" : \
				    end(i, p == 2 || (p == 3 && i % 2)))
			print line
		}
	}' > answers.csv
	isolate-quiz score --irt $id answers.csv | cut -d , -f 1,4,6-9,14 |
		sed 's/\(\.[0-9][0-9]\)[0-9]*/\1/g'
done
