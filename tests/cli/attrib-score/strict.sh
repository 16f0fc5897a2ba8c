printf 'gnarf gnarf\0gnarf\ngnarf gnarf gnarf\n' | attrib-score --strict
