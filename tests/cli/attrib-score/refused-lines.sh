{
	printf 'gnarf gnarf\0gnarf\n'
	awk 'BEGIN { for (i = 0; i < 262145; i++) printf "x"; print "" }'
	echo gnarf gnarf gnarf
} | attrib-score
