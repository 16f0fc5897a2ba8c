# The same rows and seed give the same bytes; what is told of new statements, and
# labels that are concepts are read by goal-plan.
sorted=$TOP/tests/docs/files/sorted.csv
attrib-score train --label sort "$sorted" >model 2>/dev/null
attrib-score train --label sort "$sorted" 2>/dev/null | cmp - model
attrib-score train --label sort --seed 2 -q "$sorted" | cmp -s - model &&
	echo 'the seed changes nothing'
printf '%s\n' 'We laughed and sang.' 'I cried all night alone.' no |
	attrib-score --model model | cut -d , -f 3,14,15
sed 's/,glad,/,rumination,/;s/,sad,/,mind-reading,/' "$sorted" |
	attrib-score train -q --label sort >model
echo 'We laughed and sang with my sister.' | attrib-score --model model >rows
cut -d , -f 10,11,15 <rows
awk -F, 'NR == 3 { print ($12 == $16), ($12 > 0.5) }' rows
goal-plan new --now 2026-03-01T08:00Z rows >/dev/null &&
	goal-plan list --csv | sed -n 2p | cut -d , -f 4
