# What is broader comes first.
mkdir -p "$XDG_DATA_HOME/reconnect/concepts"
cp "$TOP/tests/cli/concept-lookup/entry.txt" \
	"$XDG_DATA_HOME/reconnect/concepts/quiet-kitchen.txt"
concept-lookup --related --list quiet-kitchen
concept-lookup --related --list --kind bias quiet-kitchen
