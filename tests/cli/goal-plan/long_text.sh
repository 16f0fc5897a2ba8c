# A text too long is called so, wherever it comes from; its last line end is not
# counted.  A lead time given twice is one.
long=$(printf '%16384s' x | tr ' ' a)
exec 2>&1
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
for text in --note --setting; do
	goal-plan 'done' nxs.4 $text "${long}b"
	echo $?
done
goal-plan edit nxs.4 --cue "${long}b"
goal-plan add "${long}b"
echo "${long}b" | goal-plan predict nxs.4 --note -
echo $?
echo "$long" | goal-plan predict nxs.4 --note -
echo $?
goal-plan export --ics --lead 1,0,1 --now 2026-11-22 | grep -c TRIGGER
