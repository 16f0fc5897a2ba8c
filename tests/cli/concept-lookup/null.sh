concept-lookup --null shyness burnout | tr '\0' '|'
