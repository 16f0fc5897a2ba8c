# Rendered by the manual reader of the system, plain in a pipe.
mkdir -p "$XDG_DATA_HOME/reconnect/concepts"
cp "$TOP/tests/cli/concept-lookup/entry.txt" \
	"$XDG_DATA_HOME/reconnect/concepts/quiet-kitchen.txt"
concept-lookup --man quiet-kitchen | grep -c 'The quiet kitchen (mechanism)'
