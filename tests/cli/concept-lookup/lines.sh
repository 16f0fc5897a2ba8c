printf 'mind-reading\n\n  Spotlight effect  \r\nmind-reading' | concept-lookup --list -
