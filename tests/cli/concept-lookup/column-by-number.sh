printf 'x,y\n1,mind-reading\n' | concept-lookup --list --column 2
