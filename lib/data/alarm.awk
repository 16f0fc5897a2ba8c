# Writes the weights of the alarm (attrib/alarm.h) as C.
BEGIN {
	print "#pragma GCC diagnostic ignored \"-Woverlength-strings\""
	print "#include \"attrib/alarm.h\"\n"
}
!body && /^limit: / { limit = $2 }
body {
	if ($0 ~ /[^ -~]/ || $0 ~ /[ -?]/) {
		print FILENAME ":" FNR ": not weights" > "/dev/stderr"
		failed = 1
		exit 1
	}
	gsub(/\\/, "&&")
	print "\"" $0 "\""
	gsub(/\\./, "x")
	count += length($0)
}
/^$/ && !body {
	body = 1
	print "const char alarm_weights[ALARM_BUCKETS + 1] ="
}
END {
	if (failed)
		exit 1
	print ";"
	print "const double alarm_limit = " limit ";"
	print "_Static_assert(ALARM_BUCKETS == " count + 0 ", \"one for each\");"
}
