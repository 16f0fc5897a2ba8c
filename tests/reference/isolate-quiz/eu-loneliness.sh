"$TOP/tests/reference/compare" EU4_LONELINESS eu-loneliness eu_loneliness.csv
