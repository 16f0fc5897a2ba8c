# What a spreadsheet writes in place of CSV is named: fields separated by
# semicolons or tabs, quoted or not, and UTF-16.
cat > comma.csv << END
"respondent","time","k6_1","k6_2","k6_3","k6_4","k6_5","k6_6"
"a","2026-03-02",1,2,1,0,2,1
END
tr , ';' < comma.csv > quoted.csv
tr -d '"' < quoted.csv > plain.csv
tr ';' '\t' < quoted.csv > tabs.csv
tr ';' '\t' < plain.csv > plain-tabs.csv
printf '\357\273\277' | cat - quoted.csv > marked.csv
printf '\377\376' > wide.csv
sed 's/./&\x00/g; s/$/\x0d\x00/' comma.csv | sed 's/$//' | tr -d '"' >> wide.csv
{
	printf '\376\377'
	sed 's/./\x00&/g' comma.csv
} > wide-quoted.csv
for file in quoted plain tabs plain-tabs marked wide wide-quoted; do
	isolate-quiz stats -i k6 $file.csv 2>&1 > /dev/null
	echo "rc $?"
done
# One column that is only named so, and a quote that is only wrong.
printf 'a;b\n1\n' | attrib-score --column 'a;b' -q
printf '"a"b,c\n' | isolate-quiz score -i k6 -
