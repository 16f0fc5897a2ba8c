concept-lookup --list mind-reading xyzzyxyzzy spotlight-effect
