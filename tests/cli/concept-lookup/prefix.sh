concept-lookup --list spotl
