# Every line is a node, an edge or the frame; every concept is a node.
concept-lookup --dot >graph
grep -vc '^digraph concepts {$\|^}$\|^	rankdir=LR;$\|^	"[a-z0-9-]*" \[shape=[a-z]*\];$\|^	"[a-z0-9-]*" -> "[a-z0-9-]*" \[[a-z]*=[a-z]*\];$' graph
test "$(grep -c 'shape=' graph)" -eq "$(concept-lookup --list | wc -l)"
