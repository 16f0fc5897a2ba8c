goal-plan list --csv >/dev/full
echo $?
goal-plan new --print --concept shyness >/dev/full
echo $?
# What was not written is not said to be done.
goal-plan new --family voice -q
cp data/reconnect/journal.csv kept
for words in compact 'merge kept' 'add Swim'; do
	(ulimit -f 0 && trap '' XFSZ && goal-plan $words --now 2026-11-23)
	echo "$? $words"
done 2>&1 | sed "s|$PWD/||"
cmp data/reconnect/journal.csv kept
