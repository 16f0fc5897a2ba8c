# An index that was kept remembers that rows of its file were refused.
{ echo term,definition; seq 1 20000 | sed 's/.*/word &,Meaning of &/'
	echo too,many,cells; echo ,nameless; } >g.csv
for run in made kept; do
	concept-lookup --glossary g.csv --short 'word 777' 2>&1
	echo "$run $?"
done
