# A name behind words that tell nothing is a name; what is read is said.
concept-lookup --list i have no friends
concept-lookup --list 'Why am I so lonely?'
concept-lookup what is burnout 2>&1 | head -n 2
# "Don't" and the like tell something.
concept-lookup --list -n 1 "i don't burnout"
