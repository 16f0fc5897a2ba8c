# Evidence repeats 4096 bytes of a statement, less a letter that would be cut.
says() { # BYTES ENDING
	yes 'She left because I am boring.' | tr '\n' ' ' | head -c "$1"
	printf '%s\n' "$2"
}
shown() { # the end of the statement in the first row
	attrib-score --evidence | sed -n '2s/\(,[^,]*\)\{7\}$//p' | tail -c 12
}
says 4096 '' | shown
says 4097 '' | shown
says 4095 'é' | shown
