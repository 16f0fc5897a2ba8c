# Own entries stand beside the built-in ones and hide those of the same id.
mkdir -p "$XDG_DATA_HOME/reconnect/concepts"
cd "$XDG_DATA_HOME/reconnect/concepts"
cat >my-word.txt <<'END'
id: my-word
title: A word of mine
aliases: zebra crossing
kind: term
definition: What I call it.
related: mind-reading
END
cat >mind-reading.txt <<'END'
id: mind-reading
title: Reading minds
kind: bias
definition: My own way to say it.
END
concept-lookup 'zebra crossing' mind-reading
concept-lookup --list | grep -c .
