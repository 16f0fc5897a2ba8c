# Nothing in it, a header alone, noise: a message with the place, and 3.
printf 'term,definition\n' >header.csv
for form in txt csv index; do
	: >"empty.$form"
	awk 'BEGIN { for (i = 0; i < 9000; i++) printf "%c", i * 37 % 256 }' \
		>"noise.$form"
done
: >empty.dict
cp noise.csv noise.dict
for file in empty.txt empty.csv empty.index header.csv noise.txt noise.csv \
	noise.index; do
	concept-lookup --glossary "$file" word 2>&1 || echo "$?"
done
