# A dictionary that another of its size and time has taken the place of, as an
# archive or a copy that keeps times leaves it, has an index of its own.
write() {
	{ echo term,definition; seq 1 20000 | sed "s/.*/word &,$1 of &/"; } >"$2"
	touch -d 2026-01-01 "$2"
}
look() { concept-lookup --glossary g.csv --short 'word 777'; }
write Meaning g.csv
look
write Purpose g.csv
look
write Subject h.csv
mv h.csv g.csv
look
