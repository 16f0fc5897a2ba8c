# All that is written is UTF-8, and what was not says so, by a flag or a note.
printf 'respondent,time,t\nA\377,,I am bad\nB,y\376,I am bad\nB,,I am bad \377\n' >in
printf 'respondent,valence,internality,stability,globality\nA\377,negative,1,2,3\n' >rated
attrib-score -c t in | cut -d , -f 1-4,14
attrib-score -c t --evidence in | cut -d , -f 1-4,7 | sort -u
attrib-score -c t --explain in | grep :
attrib-score -c t --summary all in | cut -d , -f 1-4,15 | sort -u
attrib-score --ratings --beside in -c t rated | cut -d , -f 1,2,8 | grep intern
attrib-score --ratings rated | cut -d , -f 1,4,8,16 | head -n 2
