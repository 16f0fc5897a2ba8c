# A link among the own entries that leads nowhere is told by its path.
mkdir -p "$XDG_DATA_HOME/reconnect/concepts"
ln -s nowhere "$XDG_DATA_HOME/reconnect/concepts/away.txt"
concept-lookup --list shyness 2>&1 | sed 's/ [^ ]*reconnect/ reconnect/'
