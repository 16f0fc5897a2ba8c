concept-lookup --csv xyzzyxyzzy
