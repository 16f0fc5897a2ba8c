# Every page that a page refers to is there.
concept-lookup --list >ids
for id in $(cat ids); do
	concept-lookup --mdoc "$id"
done | sed -n 's/^\.Xr \([^ ]*\) 7reconnect.*/\1/p' | sort -u | grep -vxFf ids
test $? -eq 1
