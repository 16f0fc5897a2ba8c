concept-lookup --glossary "$TOP/tests/cli/concept-lookup/entry.txt" --short kitchen corner
: >empty.txt
concept-lookup --glossary empty.txt x
