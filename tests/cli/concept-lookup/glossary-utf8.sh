# A row that is not UTF-8 is refused, and nothing of it gets into a stream.
printf 'term,definition\nporch\377,roofed\nlane,narrow\nyard,paved \376\n' >g.csv
for form in --list --csv --html; do
	concept-lookup --glossary g.csv $form >out
	echo $form $? "$(grep -c lane out)" "$(LC_ALL=C tr -d '\0-\177' <out | wc -c)"
done
# Nor does such a name stay such in a message.
concept-lookup "$(printf 'lon\351ly')"
