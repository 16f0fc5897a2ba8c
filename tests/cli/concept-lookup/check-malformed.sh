printf 'id: zebra\ntitle: Zebra\nkind: horse\ndefinition: Striped.\n' >zebra.txt
concept-lookup --check zebra.txt
