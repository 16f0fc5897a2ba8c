# Where nothing is said of a statement, that is said: cues that count for
# nothing there are none.
printf '%s\n' 'stupid me' 'It was a table of wood.' 'Too bad' | attrib-score --explain
