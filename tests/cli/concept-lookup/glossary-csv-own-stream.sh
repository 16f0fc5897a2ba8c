# What the tool writes, it reads.
concept-lookup --csv >all.csv
concept-lookup --glossary all.csv --csv | cmp all.csv - && wc -l <all.csv |
	awk '{ print ($1 > 150) }'
