# A word within a name is mended, and what is read is said.
for query in rejecton anxitey 'worhtless persn' helplessnes; do
	concept-lookup --list -n 2 "$query" 2>&1
done
concept-lookup --json -n 1 rejecton 2>&1 | sed -n 2,6p
# What is another word for one that is used is not mended, nor what is too short.
concept-lookup --quiet --list -n 1 knackered
concept-lookup --list belng
concept-lookup --list xyz
