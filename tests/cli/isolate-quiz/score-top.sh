# The most severe rows of all; the earlier one among equals.
isolate-quiz score -i spi-social --top 5 "$TOP"/tests/data/spi-social.csv |
	cut -d , -f 1,4,5,8,14
