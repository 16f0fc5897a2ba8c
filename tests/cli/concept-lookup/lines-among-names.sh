# "-" stands for what is read, wherever it stands.
printf 'mind-reading\n' | concept-lookup --list - loneliness
printf 'mind-reading\n' | concept-lookup --list shyness - avoidance
printf 'shyness\nlonely\nshyness\n' | concept-lookup --tree -
