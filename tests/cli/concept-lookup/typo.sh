concept-lookup --list rejecton-sensitivity
