# shellcheck shell=sh
# man renders every page within 80 columns, characters counted and not bytes.
# Skipped without man-db.
man --version 2>/dev/null | grep -q '^man 2' || exit 0
export MANWIDTH=80 LC_ALL=C.UTF-8
concept-lookup --list | while read -r id; do
	concept-lookup --mdoc "$id" >page.7
	man -P cat -l page.7 | col -b >page
	[ "$(wc -l <page)" -gt 20 ] || echo "$id: no page"
	[ "$(wc -L <page)" -le 80 ] || echo "$id: too wide"
done
