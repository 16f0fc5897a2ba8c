mkdir -p "$XDG_DATA_HOME/reconnect/concepts"
cp "$TOP/tests/cli/concept-lookup/entry.txt" \
	"$XDG_DATA_HOME/reconnect/concepts/quiet-kitchen.txt"
concept-lookup --mdoc quiet-kitchen >page.7
mandoc -Tlint -W warning page.7
cat page.7
