# A row that is kept has its own flag, whatever the row before it had.
sed 's/,4,3,4$/,4,3,99/' "$TOP"/tests/data/spi-social.csv | head -6 |
	cut -d , -f 1,4- |
	isolate-quiz score -i spi-social --lenient --top 6 - |
	cut -d , -f 1,4,14,16
