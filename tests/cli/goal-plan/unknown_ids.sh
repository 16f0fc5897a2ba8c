# What is not there is told, with the nearest that is.
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
for words in 'new --family voise' 'new --family piano' 'new --concept spotlight-efect' \
	'done nxs.44' 'done zzzzz' 'done nxs' 'skip' 'pause nxx' 'pause zzz' \
	'progress nx' 'report nxs.4' 'new --family voice' \
	'new --start 2026-02-30' 'new --start 9999-12-31' \
	'list --now 9999-12-31' 'new --per-week 8' 'new --quiet-days funday' \
	'done nxs.4 --peak 101' 'predict nxs.4' 'due now' 'export' \
	'export --crontab --at 24:00'; do
	goal-plan $words
	echo "$? $words"
done 2>&1
