# The nearer to the middle a scale lies, the less is made of it, and the middle
# is told as what it is.
cat >own.txt <<'X'
lexicon: own

pattern,dimension,value,weight
zorb,cause,0,
much,control,1,3
some,control,1,0.9
hint,control,1,0.2
lean,control,7,0.7
most,control,7,3
X
printf 'Zorb %s zorb\n' much some hint lean most |
	attrib-score --lexicon ./own.txt --explain | grep -E '^[0-9]|change'
