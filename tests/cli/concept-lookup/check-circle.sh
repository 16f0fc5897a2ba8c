for pair in one:two two:three three:one; do
	printf 'id: %s\ntitle: The %s\nkind: term\ndefinition: x\nbroader: %s\n' \
		"${pair%:*}" "${pair%:*}" "${pair#*:}" >"${pair%:*}.txt"
done
concept-lookup --check one.txt two.txt three.txt
