# A concept of another kind is told to be one; in a column it is passed over.
concept-lookup --list --kind measure shyness 2>&1
printf 'concept\nshyness;mind-reading\nloneliness\n' |
	concept-lookup --list --kind bias --column concept
