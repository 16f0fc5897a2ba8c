# A journal that a spreadsheet has saved: with a byte order mark, CRLF and quotes
# it is read as before, and added to. What is no journal, or no longer one, is not
# touched.
j=data/reconnect/journal.csv
day='--now 2026-11-23 --seed 1'
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
goal-plan list --csv $day >seen
bom=$(printf '\357\273\277.')
{
	printf %s "${bom%.}"
	awk -F, -v OFS=, '{ for (i = 1; i <= 7; i++) $i = "\"" $i "\""
		print $0 "\r" }' $j
} >sheet.csv
goal-plan list --csv --journal sheet.csv $day | cmp - seen
goal-plan 'done' nxs.4 --peak 20 --journal sheet.csv $day
goal-plan check --journal sheet.csv
goal-plan compact --journal sheet.csv
goal-plan check --journal sheet.csv
tr '\n' '\r' <$j >cr.csv
iconv -t UTF-16 $j >utf16.csv
tr , ';' <$j >semicolon.csv
printf 'Dear diary' >diary.csv
head -c 5 $j >torn.csv
for name in cr utf16 semicolon diary torn; do
	cp $name.csv kept
	for words in 'add Swim' list check compact; do
		goal-plan $words --journal $name.csv $day -q
		echo "$? $name $words"
		[ $name = torn ] || cmp kept $name.csv
	done
done
ls ./*.torn
