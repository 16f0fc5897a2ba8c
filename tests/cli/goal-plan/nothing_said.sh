# Who ends the questions (Ctrl-D) before anything was said has changed their mind;
# who leaves all of them out has done the step and no wish to say more.
. "$TOP"/tests/terminal.sh
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
terminal 72 30
# On a screen without what is waited for.
start() {
	run 0 true
	key "clear; goal-plan $1 nxs.4 --now $2; echo rc \$?" Enter
}
rows() {
	wc -l <data/reconnect/journal.csv
}
rows
for verb in predict 'done'; do
	start $verb 2026-11-23
	see 'Enter to leave it out'
	key C-d
	see 'rc 1'
	screen "$verb" | sed '/^\$$/d'
done
rows
start 'done' 2026-11-23
see 'What happened?'
key Enter
see 'Did what'
key C-d
see 'rc 1'
rows
start 'done' 2026-11-23
see 'What happened?'
key Enter
see 'Did what'
key 'no' Enter
see 'How likely'
key C-d
see 'rc 0'
start 'done' 2026-11-24
for question in 'What happened?' 'Did what' 'How likely' 'at its peak' 'with whom'; do
	see "$question"
	key Enter
done
see 'rc 0'
tail -n +13 data/reconnect/journal.csv | cut -d, -f4-
