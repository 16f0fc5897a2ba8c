# A note or the text of a step may say more than what is to be done.
export HOME="$PWD"
goal-plan new -q --family small-talk --seed 1 --now 2026-03-02
echo 'I am going to kill myself tonight' |
	goal-plan done nxs.5 --note - --peak 99 --happened yes \
		--now 2026-03-03 2>&1 | head -n 1
goal-plan add -q --now 2026-03-02 'end my life' 2>&1 | head -n 1
goal-plan add -q --now 2026-03-02 'call Anna'
