# Well formed, whatever the entries hold.
command -v python3 >/dev/null || { echo true; exit; }
concept-lookup --json | python3 -c 'import json, sys
ids = [c["concept"] for c in json.load(sys.stdin)]
print("true" if len(ids) == len(set(ids)) > 150 else ids)'
