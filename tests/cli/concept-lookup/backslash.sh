# A page shows a backslash of an entry as it stands; a terminal's text doubles it,
# where \x1B stands for what must not reach it.
mkdir -p "$XDG_DATA_HOME/reconnect/concepts"
printf 'id: odd\ntitle: Odd\nkind: term\ndefinition: It is C:\\new.\ncue: a\\b\n' \
	>"$XDG_DATA_HOME/reconnect/concepts/odd.txt"
concept-lookup odd
concept-lookup --mdoc odd | grep '\\e'
concept-lookup --html | sed -n '/<article id="odd"/,/<.article/p'
