# A note or the text of a step may say more than what is to be done; then all
# ladders rest, but for what is gentle.
export HOME="$PWD"
plan() {
	goal-plan "$@" --seed 2 >said 2>&1
	sed -n '1p;/rest/p' said
}
resting() {
	goal-plan list --csv --now 2026-03-03 | grep -c ',resting$'
}
goal-plan new -q --family small-talk --seed 1 --now 2026-03-02
echo 'I am going to kill myself tonight' |
	plan done nxs.5 --note - --peak 99 --happened yes --now 2026-03-03
resting
goal-plan due --on 2027-01-01
goal-plan undo --now 2026-03-03
resting
plan split --now 2026-03-02 nxs.5 'a note to end my life'
plan add --now 2026-03-02 'end my life'
resting
goal-plan resume
plan add --now 2026-03-02 'call Anna'
goal-plan undo --now 2026-03-03
