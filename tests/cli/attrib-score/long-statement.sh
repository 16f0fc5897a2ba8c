# A statement may have 65536 bytes, a text that is split into sentences 262144.
says() { # BYTES ENDING
	yes 'She left because I am boring.' | tr '\n' ' ' | head -c "$1"
	printf '%s\n' "$2"
}
told() {
	cut -c 1-40 | cut -d , -f 3,4
}
says 65536 '' | attrib-score | told
says 65537 '' | attrib-score | told
says 262144 '' | attrib-score --sentences | told | uniq -c
says 262145 '' | attrib-score --sentences | told
{
	printf 'text\n"'
	says 65537 '"'
} >one.csv
attrib-score -c text one.csv | told
attrib-score -c text --sentences one.csv | told | wc -l
{
	printf 'text\n"'
	says 262145 '"'
} | attrib-score -c text --sentences | told
