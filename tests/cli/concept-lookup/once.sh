concept-lookup --list spotlight-effect mind-reading spotlight-effect
