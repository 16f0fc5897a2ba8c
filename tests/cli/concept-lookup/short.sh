printf 'suds\nshyness\n' | concept-lookup --short - | cut -d : -f 1
