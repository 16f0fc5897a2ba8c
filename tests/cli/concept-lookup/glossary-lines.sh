# The lines of a cell are joined: a name and a definition stand on one.
printf 'term,definition\n"break\nof day","Morning,\r\n\r\n.so early"\n"\n noon",High\n"\n",Lost\n' >g.csv
concept-lookup --glossary g.csv --list | sed 's/$/|/'
concept-lookup --glossary g.csv --short
concept-lookup --glossary g.csv --mdoc 'break of day' | sed -n '/NAME/,/DESC/p'
