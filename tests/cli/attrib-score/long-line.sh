# shellcheck shell=sh
{
	head -c 100000000 /dev/zero | tr '\0' x
	printf '\nI am alone because nobody likes me.\n'
} | attrib-score
