# A group whose items run against each other cannot be compared, and it is said
# why; the group behind it is tested all the same.
cp "$TOP"/tests/data/grm.txt .
awk -F, -v OFS=, '
NR == 1 { print $0, "arm"; next }
{ print $0, "a" }
NR % 2 { print $1, $2, $3, 2 - $4, "b"; print $0, "c" }' \
	"$TOP"/tests/data/grm.csv > arms.csv
isolate-quiz calibrate --dif arm -i ./grm.txt arms.csv 2> err |
	cut -d , -f 2-6
sed 's/(mean.*)/(...)/' err >&2
