# Nothing is guessed at for a cell: a stream is not to be misread.
printf 'concept\nspotlite-effect\n' | concept-lookup --list --column concept
