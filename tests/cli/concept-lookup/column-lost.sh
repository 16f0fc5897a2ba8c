# An id that no concept has is told with its file and line.
printf 'concept,note\nshyness,"two\nlines"\nshynes;zzzzzzzzzz,\n' >scores.csv
concept-lookup --list --column concept scores.csv
