# Every page, rendered by mandoc at 80 columns: no line is longer.
concept-lookup --list | while read -r id; do
	concept-lookup --mdoc "$id" | mandoc -Tascii -O width=80 | col -b |
		awk -v id="$id" 'length($0) > 80 { print id ": " $0 }'
done
