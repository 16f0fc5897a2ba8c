# The 18 items of the anxiety scale of the ECR, calibrated on every other person
# and tried on the others, both ways: ended at the error of a reliability of .90,
# how many items are asked, and how theta goes with that of all.
psy=${DATA:?}/psy
params=$psy/irt/params_ecr_anxiety_n998_tol1e-8.csv
awk -F, 'BEGIN { print "id: x\ntitle: x\nrange: 1..5\n\nitem,scale" }
FNR > 1 { print $1 "," ($1 == "Q22" ? "-" : "") "x" }' "$params" > x.txt
sed '1s/^id,/respondent,/' "$psy/ecr_first1000.csv" > answers.csv
awk 'NR == 1 || NR % 2 == 0' answers.csv > first.csv
awk 'NR == 1 || NR % 2 == 1' answers.csv > second.csv

tried() {
	isolate-quiz calibrate -q -i ./x.txt "$1" > bank.txt
	isolate-quiz simulate --irt ./bank.txt -i ./x.txt --summary "$2" |
		awk -F, 'FNR == 2 { printf "%d people, %.2f of %d items, r %.3f\n",
		    $3, $5, $4, $7 }'
}
tried first.csv second.csv
tried second.csv first.csv
