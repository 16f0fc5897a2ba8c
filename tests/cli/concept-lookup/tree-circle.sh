# A circle among own entries is told by --check, and ends here.
mkdir -p "$XDG_DATA_HOME/reconnect/concepts"
cd "$XDG_DATA_HOME/reconnect/concepts"
for pair in one:two two:one; do
	printf 'id: %s\ntitle: The %s\nkind: term\ndefinition: x\nbroader: %s\n' \
		"${pair%:*}" "${pair%:*}" "${pair#*:}" >"${pair%:*}.txt"
done
concept-lookup --tree one | sort -u | head -n 2 | wc -l
