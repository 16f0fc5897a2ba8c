# man renders pages within 80 columns, characters counted and not bytes; all of
# them in tests/long.  Skipped without man-db.
man --version 2>/dev/null | grep -q "^man 2" || exit 0
export MANWIDTH=80 LC_ALL=C.UTF-8
for id in loneliness spotlight-effect ucla-3; do
	concept-lookup --mdoc "$id" >"$id.7"
	man -P cat -l "$id.7" | col -b >page
	[ "$(wc -l <page)" -gt 20 ] || echo "$id: no page"
	[ "$(wc -L <page)" -le 80 ] || echo "$id: too wide"
done
