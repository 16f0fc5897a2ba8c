# One valid page, with every concept, that loads nothing.
concept-lookup --html >page.html
tidy -quiet -errors page.html
for id in $(concept-lookup --list); do
	grep -q "<article id=\"$id\">" page.html || echo "no $id"
done
grep -c '<script\|<link\|<img\|src=\|@import\|url(' page.html
sed -n 's/.*href="#\([^"]*\)".*/\1/p' page.html | sort -u |
	while read -r id; do
		grep -q " id=\"$id\"" page.html || echo "nothing is at $id"
	done
