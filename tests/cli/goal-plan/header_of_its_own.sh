# A journal that lacks a column of today's, or whose columns a spreadsheet has
# put in another order, is added to under a header of its own.
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
j=data/reconnect/journal.csv
header=$(head -n 1 $j)
# without the last column; then with id and family exchanged
sed 's/,[^,]*$//' $j >old.csv
awk -F, -v OFS=, '{ t = $5; $5 = $6; $6 = t; print }' $j >turned.csv
for name in old turned; do
	cp $name.csv before
	goal-plan add 'Say hello.' --seed 3 --now 2026-11-23 -q --journal $name.csv
	goal-plan pause nxs --now 2026-11-23 --journal $name.csv || echo no nxs
	cmp -n "$(wc -c <before)" before $name.csv || echo changed
	grep -c "^$header\$" $name.csv
	goal-plan check --journal $name.csv
	goal-plan compact -q --journal $name.csv
	grep -c "^version" $name.csv
	goal-plan check --journal $name.csv
done
