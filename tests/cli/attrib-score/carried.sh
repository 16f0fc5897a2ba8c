# Who wrote goes with what they wrote, in whatever order the columns stand.
said='I failed because I am stupid.'
cat >first.csv <<END
group,text,age,respondent,sex
"waiting, list",$said,30,a,female
,We met at noon.,,b,
END
printf 'text,sex\n%s,male\n' "$said" >second.csv
printf 'text,age\n%s,40\n' "$said" >third.csv
printf '%%\n1\tsex\n2\twork\n%%\nstupid\t1\nfailed\t2\n' >own.dic

attrib-score --column text first.csv second.csv
attrib-score --column text --evidence first.csv | sed 3q
attrib-score --column text --lexicon own.dic first.csv

attrib-score --column text second.csv third.csv | cut -d, -f14-
printf 'text,group\n%s,\377\n' "$said" | attrib-score --column text | cut -d, -f14-

attrib-score --column text first.csv >whole
for k in 1 2; do
	attrib-score --column text --part $k/2 first.csv
done | cmp - whole
