cat >words.csv <<'END'
term,definition,aliases,related,extra
Afterglow,"The warmth that stays, when the guests have gone.",warm feeling,doorstep,x
Café,A room for others' company,,,
"C++","A language; not a mood",,,
,no name,,,
Nothing,,,,
END
concept-lookup --glossary words.csv --csv 2>&1
concept-lookup -q --glossary words.csv cafe 'WARM  feeling' 2>/dev/null
concept-lookup --glossary words.csv --list guests leaving 2>/dev/null
