"$TOP/tests/reference/compare" LSAT6 lsat6 lsat6.csv
