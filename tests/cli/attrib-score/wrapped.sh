# The sentences of a diary whose lines are wrapped.  A sentence stands on the
# line on which it begins; blank and dated lines end a paragraph.
cat >diary <<'D'
2026-03-01 Gnarf one runs
over a line. Gnarf two and
it goes on
over two lines! Gnarf three
has no end

Gnarf four begins a paragraph
2026-03-02
Gnarf five
follows a date. Gnarf six.
2026-03-03 Gnarf seven? "I gnarf eight"
she said.
D
attrib-score --sentences diary | cut -d , -f 2-4
echo
# Bytes of the evidence are those of the statement.
cat >own.txt <<'X'
lexicon: own

pattern,dimension,value,weight,concept,scope
zorble blimf,theme,,4,loneliness,
X
printf 'Gnarf gnarf. Gnarf zorble\r\nblimf gnarf.\r\nGnarf b.' >wrapped
for option in '' --sentences; do
	attrib-score --lexicon ./own.txt --evidence $option wrapped
done
