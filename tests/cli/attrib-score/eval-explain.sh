attrib-score eval --explain --label right --predicted told --probability p \
	"$TOP/tests/data/eval/pairs.csv"
