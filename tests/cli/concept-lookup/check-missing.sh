# A field that is missing, an id of two files, an alias that is another's.
printf 'id: zebra\ntitle: Zebra\ndefinition: Striped.\n' >no-kind.txt
printf 'id: zebra\ntitle: Zebra\nkind: term\n' >no-definition.txt
concept-lookup --check no-kind.txt no-definition.txt 2>&1 || echo "$?"
printf 'id: zebra\ntitle: Zebra\nkind: term\ndefinition: x\n' >one.txt
printf 'id: zebra\ntitle: Okapi\nkind: term\ndefinition: x\n' >two.txt
concept-lookup --check one.txt two.txt 2>&1 || echo "$?"
printf 'id: okapi\ntitle: Okapi\nkind: term\ndefinition: x\n' >two.txt
echo 'aliases: stripes; people pleaser' >>two.txt
concept-lookup --check two.txt 2>&1 || echo "$?"
