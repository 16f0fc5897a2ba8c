# A person of whom fewer than three statements tell a cause has no means; with
# three, of which two tell how long it lasts, that one stays empty.
cat >own.txt <<'X'
lexicon: own

pattern,dimension,value,weight,concept,scope
zorble,internality,7,20,,
blimf,stability,1,20,,
X
printf '%s\n' respondent,note 'a,because gnarf zorble' 'a,because gnarf zorble' \
	'a,gnarf gnarf gnarf' 'b,because zorble blimf' 'b,because zorble blimf' \
	'b,because gnarf zorble' >in
attrib-score --lexicon ./own.txt -c note --summary all in
