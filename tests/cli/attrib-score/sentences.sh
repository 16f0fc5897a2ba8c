printf '2026-03-01 Gnarf one. Gnarf "two!" Gnarf three\nGnarf four.\n' |
	attrib-score --sentences | cut -d , -f 2-4
