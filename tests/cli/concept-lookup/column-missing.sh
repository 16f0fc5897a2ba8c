printf 'scale,severity\na,1\n' | concept-lookup --column concept
