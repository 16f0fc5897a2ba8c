mkdir -p "$XDG_DATA_HOME/reconnect/concepts"
cp "$TOP/tests/cli/concept-lookup/entry.txt" \
	"$XDG_DATA_HOME/reconnect/concepts/quiet-kitchen.txt"
concept-lookup --csv "the quiet kitchen"
