# A database of dictd, in place: the texts lie on both sides of a seam between
# compressed pieces.
for word in doorstep 'Small  Talk' zebra crossing kitchn 'where one turns round'; do
	concept-lookup --glossary "$TOP/tests/data/tiny.index" "$word"
done
concept-lookup --glossary "$TOP/tests/data/tiny.dict.dz" filler | wc -l
concept-lookup --glossary "$TOP/tests/data/tiny.index" --list
