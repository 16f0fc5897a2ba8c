mkdir -p "$XDG_DATA_HOME/reconnect/concepts"
printf 'id: island\ntitle: An island\nkind: term\ndefinition: Alone.\n' \
	>"$XDG_DATA_HOME/reconnect/concepts/island.txt"
concept-lookup --path shyness island
