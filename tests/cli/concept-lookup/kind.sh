test "$(concept-lookup --kind bias --kind theme --list | wc -l)" -eq \
	"$(concept-lookup --csv | grep -c ',bias,\|,theme,')"
concept-lookup --kind strategy --list --quiet facing a fear step by step |
	grep -qx graded-exposure
