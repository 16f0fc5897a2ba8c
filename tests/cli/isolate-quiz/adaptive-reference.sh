# 100 people through 18 items by each rule, as the plain reference of
# tests/data/adaptive.R has them: the same items in the same order, theta and SE
# to 1e-12.
data=$TOP/tests/data
{
	printf 'id: eighteen\ntitle: x\nlicence: none\nrange: 0..4\n\nitem,scale\n'
	for i in $(seq 18); do
		echo "i$i,s"
	done
} > eighteen.txt
bank() { # CHECKSUM COLUMNS
	printf 'instrument: eighteen\nchecksum: %s\n\n' "$1"
	cut -d , -f "$2" "$data/adaptive-bank.csv"
}
bank none 1-7 > bank.txt
sum=$(isolate-quiz simulate --irt ./bank.txt -i ./eighteen.txt \
	"$data/adaptive-answers.csv" 2>&1 |
	sed -n "s/.*checksum '\([0-9a-f]*\)'.*/\1/p")
bank "$sum" 1-7 > bank.txt
bank "$sum" 1-8 > areas.txt

# compared RULE BANK OPTION ...
compared() {
	rule=$1 bank=$2
	shift 2
	isolate-quiz simulate --irt "./$bank.txt" -i ./eighteen.txt "$@" \
		"$data/adaptive-answers.csv" > ours.csv
	awk -F, -v rule="$rule" '
	function near(x, y) { return x - y < 1e-12 && y - x < 1e-12 }
	FNR == 1 { next }
	NR == FNR { if ($2 == rule) want[$1] = $3 FS $4 FS $5; next }
	{
		split(want[$1], w, FS)
		people++
		same += w[1] == $NF
		near_enough += near(w[2], $5) && near(w[3], $6)
	}
	END { print rule ":", people, "people,", same, "orders,", \
	    near_enough, "estimates" }' "$data/adaptive-orders.csv" ours.csv
}
compared fisher bank --se 0.3
compared kl bank --se 0.3 --select kl
compared balance areas --se 0.3
compared change bank --se 0 --change 0.02
