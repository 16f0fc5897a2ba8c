concept-lookup --json xyzzyxyzzy
