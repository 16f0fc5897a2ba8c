concept-lookup --list --repeat spotlight-effect mind-reading spotlight-effect
