# An answer behind a branch that is closed stays in the file and out of scores.
printf '%s\n' 4 4 4 4 4 4 4 4 4 4 4 4 4 0 4 4 |
	isolate-quiz take --now 2026-03-02 project-attribution > in.csv
isolate-quiz score in.csv | grep -e hostile -e evidence | cut -d , -f 4-8
sed '2s/,0,,,/,0,7,7,/' in.csv | isolate-quiz score | grep hostile | cut -d , -f 4-8
sed '2s/,0,,,/,1,7,7,/' in.csv | isolate-quiz score | grep hostile | cut -d , -f 4-8
