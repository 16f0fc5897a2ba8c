concept-lookup --quiet --list -n 1 'all eyes on my face'
