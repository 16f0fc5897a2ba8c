# After a hard try: a kind word, and an easier step, which a first rung has none
# of below; what came true is not to stick.
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
plan() {
	echo "$*:"
	goal-plan "$@" --seed 1 2>&1
}
plan 'done' nxs.4 --peak 95 --happened yes --now 2026-11-23
plan why nxs.4 --now 2026-11-24
plan split nxs.4 --now 2026-11-24
plan due --on 2026-11-26
plan 'done' nxs.16 --peak 40 --happened yes --now 2026-11-26
plan 'done' nxs.16 --peak 82 --now 2026-11-28
plan skip nxs.16 --now 2026-11-30
plan skip nxs.16 --now 2026-12-02
plan 'done' nxs.16 --happened partly --peak 20 --now 2026-12-04
plan 'done' nxs.1 --happened yes --now 2026-12-04
# Led back, and the one led back to is too hard as well.
goal-plan new --family reach-out --now 2026-11-22 --seed 2 -q
r=$(goal-plan list --csv | grep -m 2 ',reach-out,.*,\(exposure\|experiment\),' |
	cut -d, -f2)
first=${r%%
*} second=${r##*
}
for place in home work home; do
	goal-plan 'done' "$first" --setting $place --peak 20 -q --now 2026-11-23
done
plan 'done' "$second" --peak 90 --now 2026-12-01
plan 'done' "$first" --peak 90 --now 2026-12-03
plan split "$first" --now 2026-12-03
goal-plan list --csv --now 2026-12-04 | sed -n 's/^,\(gcn.*,next\)$/\1/p' | cut -d, -f1
