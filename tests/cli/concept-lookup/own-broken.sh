mkdir -p "$XDG_DATA_HOME/reconnect/concepts"
echo 'id: other' >"$XDG_DATA_HOME/reconnect/concepts/broken.txt"
cd "$XDG_DATA_HOME" && concept-lookup --list mind-reading 2>&1 |
	sed "s,$XDG_DATA_HOME,DATA,"
