cat >zebra.txt <<'END'
id: zebra
title: Mind reading
kind: term
definition: Striped.
broader: zebra
related: nothing; loneliness
measure: k6/nope
references: nobody99
END
concept-lookup --check zebra.txt
