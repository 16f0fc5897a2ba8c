{
	printf 'gnarf gnarf\0gnarf\n'
	awk 'BEGIN { for (i = 0; i < 65537; i++) printf "x"; print "" }'
	echo gnarf gnarf gnarf
} | attrib-score
