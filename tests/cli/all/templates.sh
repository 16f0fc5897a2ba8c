# The templates that are installed are good as they are, and the manual says where
# they stand.  Answers 1, 4 and 3, two of them to reverse-keyed items of 1..4: the
# mean of 4, 4 and 2.
cd "$TOP/templates" || exit
for file in *; do
	grep -qF "share/reconnect/templates/$file" ../man/man5/*.5 ||
		echo "no page names $file"
done
isolate-quiz check ./my-evening.txt &&
	attrib-score --check --lexicon ./my-words.txt &&
	concept-lookup --check ./quiet-kitchen.txt || exit
printf '1\n4\n3\n' | isolate-quiz take --plain ./my-evening.txt --seed 1 \
	2>/dev/null |
	isolate-quiz score -i ./my-evening.txt | cut -d, -f8
echo 'my boss surely hates me' | attrib-score --lexicon ./my-words.txt --evidence |
	grep -c 'my <chief> ..2 hates me'
mkdir -p "$XDG_DATA_HOME/reconnect/goals"
cp my-garden.txt "$XDG_DATA_HOME/reconnect/goals/my-garden.txt"
goal-plan new --family my-garden --print --now 2026-11-22T12:00Z --seed 1 |
	grep -c neighbour
