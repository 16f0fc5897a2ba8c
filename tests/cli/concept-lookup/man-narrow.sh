# In a narrow window a page is rendered for a wider one: the man of many systems
# would never end for want of room for the heading.
for width in MANWIDTH=33 COLUMNS=20 'COLUMNS=20 MANWIDTH=60'; do
	# shellcheck disable=SC2086
	env $width timeout 20 concept-lookup --man shyness >page 2>/dev/null
	echo "$width: $?"
	grep -c 'Shyness (mechanism)' page
done
