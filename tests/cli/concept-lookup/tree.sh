mkdir -p "$XDG_DATA_HOME/reconnect/concepts"
cd "$XDG_DATA_HOME/reconnect/concepts"
for pair in one: two:one three:two four:one; do
	printf 'id: %s\ntitle: The %s\nkind: term\ndefinition: x\n' \
		"${pair%:*}" "${pair%:*}" >"${pair%:*}.txt"
	[ -z "${pair#*:}" ] || echo "broader: ${pair#*:}" >>"${pair%:*}.txt"
done
concept-lookup --tree one
concept-lookup --tree | grep -c '^[a-z]'
