# Who reads the messages may leave at once (2>&1 | head -1): what a person said is
# written down all the same.
mkfifo left
exec 3<>left 4>left 3<&-
wish='I am going to kill myself tonight'
alone() {
	"$@" --now 2026-03-03 2>&4
	echo "$? $2"
}
goal-plan new -q --family small-talk --seed 1 --now 2026-03-02
alone goal-plan 'done' nxs.5 --note "$wish" --peak 99
alone goal-plan predict nxs.5 --note "$wish"
goal-plan resume --now 2026-03-03
alone goal-plan add "$wish" --seed 2
printf 'concept,severity,flag\nyyy,0,\nyyy,2,\nyyy,0,crisis\n' >bad.csv
goal-plan resume --now 2026-03-03
alone goal-plan new bad.csv --seed 3
# A torn line is told of before a word is written.
cp data/reconnect/journal.csv other.csv
printf '1,torn' >>other.csv
goal-plan skip nxs.5 -q --journal other.csv --now 2026-03-02 2>/dev/null
printf '1,torn' | tee -a other.csv >>data/reconnect/journal.csv
alone goal-plan pause
alone goal-plan merge other.csv
goal-plan undo -q --now 2026-03-03 2>/dev/null
printf '1,torn' >>data/reconnect/journal.csv
alone goal-plan compact
printf '1,torn' >>data/reconnect/journal.csv
alone goal-plan check --repair
cut -d, -f4,5 data/reconnect/journal.csv | uniq -c
tail -c 7 data/reconnect/journal.csv.torn
# Who reads what is due has not been told when it ends before it is read.
goal-plan resume --now 2026-03-03
goal-plan due --remind --now 2026-03-03 >&4
echo $?
goal-plan due --remind --now 2026-03-03
