concept-lookup xyzzyxyzzy
