# The twenty themes and terms are articles of 150 to 400 words, the others have
# 60 at least.
for file in "$TOP"/lib/data/concepts/*.txt; do
	kind=$(sed -n 's/^kind: //p' "$file")
	words=$(sed '1,/^$/d' "$file" | wc -w)
	case $kind in
	theme | term)
		echo headline
		[ "$words" -ge 150 ] && [ "$words" -le 400 ]
		;;
	*) [ "$words" -ge 60 ] ;;
	esac || echo "$file: $words words"
done | sort | uniq -c | tr -s ' '
