# Every page is clean.
for id in $(concept-lookup --list); do
	concept-lookup --mdoc "$id" >"$id.7"
	mandoc -Tlint -W warning "$id.7"
done
