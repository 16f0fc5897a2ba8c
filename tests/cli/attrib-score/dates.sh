printf 'gnarf gnarf one\n2026-03-07 gnarf gnarf two\ngnarf gnarf three\n\n2026-03-08\n2026-03-09T10:30Z: gnarf gnarf four\n2026-02-30 gnarf gnarf five\n' | attrib-score
