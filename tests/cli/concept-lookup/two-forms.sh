concept-lookup --csv --json shyness
