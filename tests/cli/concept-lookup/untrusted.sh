# Control characters of an entry reach neither the terminal nor a page.
mkdir -p "$XDG_DATA_HOME/reconnect/concepts"
printf 'id: odd\ntitle: Odd\nkind: term\ndefinition: .so \033[31mred\\fB\n' \
	>"$XDG_DATA_HOME/reconnect/concepts/odd.txt"
concept-lookup odd
concept-lookup --mdoc odd | tail -n +5
