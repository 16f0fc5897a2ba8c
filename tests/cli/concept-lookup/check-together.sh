# What a file does together with entries that are built in is its own fault: a
# name that one of them has, a circle with them, and a name that it has twice.
cat >avoidance.txt <<'END'
id: avoidance
title: Avoidance
kind: mechanism
definition: x
aliases: staying away; shyness; Staying-away; avoidance
END
cat >self-imposed-isolation.txt <<'END'
id: self-imposed-isolation
title: Self-imposed isolation
kind: theme
definition: x
broader: hikikomori
END
concept-lookup --check avoidance.txt
concept-lookup --check self-imposed-isolation.txt
mkdir -p "$XDG_DATA_HOME/reconnect/concepts"
cp avoidance.txt "$XDG_DATA_HOME/reconnect/concepts"
concept-lookup --check 2>&1 | sed 's/.*concepts.//'
