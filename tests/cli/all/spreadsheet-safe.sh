# No cell that a spreadsheet would compute, in no stream, where it is asked for;
# numbers stay numbers, and what is kept on disk is as it was typed.
bad='=HYPERLINK("http://x","y")'
printf 'respondent,time,text\n"%s",2026-01-01,@SUM(A1) because of -2+3\n+1 2,2026-01-01,x\n-5,,y z z\n' \
	"$(printf %s "$bad" | sed 's/"/""/g')" >diary.csv
attrib-score -c text --spreadsheet-safe diary.csv | cut -c1-30
attrib-score -c text diary.csv | grep -c '^"=HYP'
printf 'respondent,instrument,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6\n@who,k6,1,1,1,1,1,1\n' |
	isolate-quiz score --spreadsheet-safe | tail -n 1 | cut -d, -f1-4
goal-plan new --family voice --start 2026-01-01 --now 2026-01-01 --seed 1 -q
goal-plan add --suds 30 --now 2026-01-01 --spreadsheet-safe -q -- '=1+1 said aloud'
goal-plan list --csv --spreadsheet-safe --now 2026-01-01 | grep -o "'=1+1 said aloud"
goal-plan list --csv --now 2026-01-01 | grep -c "'=1+1"
journal=$(goal-plan list --paths | sed -n 's/^journal //p')
grep -o ',=1+1 said aloud' "$journal"
