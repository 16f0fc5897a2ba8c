# Severities of 0.88 (s(-2 + 4)) in one of two, then in one of one statement.
cat >own.txt <<'X'
lexicon: own

pattern,dimension,value,weight,concept,scope
zorble,theme,,4,loneliness,
blimf,valence,7,1,,
X
printf '%s\n' respondent,time,note 'a,2025-12-29,gnarf zorble gnarf' \
	'a,2026-01-04,gnarf gnarf gnarf' 'b,,gnarf blimf gnarf' \
	'a,2026-01-05,gnarf zorble gnarf' >in
attrib-score --lexicon ./own.txt -c note --summary week in
attrib-score --lexicon ./own.txt -c note --summary all in
