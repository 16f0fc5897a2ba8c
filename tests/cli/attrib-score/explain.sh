cat >own.txt <<'X'
lexicon: own

pattern,dimension,value,weight,concept,scope
zorble,internality,1,2,,
zorble,cause,0,,,
zorbles ..2 me,theme,,4,loneliness,
X
printf 'What a zorble \033[1m day\nHe zorbles and zips me\nGnarf gnarf gnarf\n' |
	attrib-score --lexicon ./own.txt --explain
