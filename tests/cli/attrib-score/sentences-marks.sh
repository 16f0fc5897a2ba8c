# What holds no word is a row too, or stands with the sentence before it.
printf '%s\n' 'I failed because I am lazy. 😀' 😀 '' ... '' |
	attrib-score --sentences | cut -d , -f 3,4,14
printf 'I am bad. \377\376\n' | attrib-score --sentences | cut -d , -f 4,14
printf '%s\n' n,t 1, '2,""' '3,...' '4,It rained. !!' |
	attrib-score --sentences -c t | cut -d , -f 3,4,14
