# While all rests, only gentle steps are laid, also for what is no crisis, and
# where the setting wished for has none; rest is written down once.
now='--now 2026-11-22'
exec 2>&1
printf 'concept,severity,flag\nliking-gap,1,crisis\n' >mine
goal-plan new --family small-talk --setting phone mine $now --seed 1 | tail -n 3
goal-plan new --family voice $now --seed 2
goal-plan list --csv $now | cut -d, -f2,6,7,9,13
grep -c ,rest, data/reconnect/journal.csv
goal-plan resume $now
goal-plan new --family voice $now --seed 3
# What has no step to lay is no ladder.
mkdir data/reconnect/goals
cat >data/reconnect/goals/steep.txt <<'END'
id: steep
title: Steep
summary: Only what is hard.
concepts: small-talk-aversion

step,text,suds,minutes,setting,mode,repeat,cue
1,Go.,60,5,online,exposure,3,
2,Run.,70,5,online,exposure,3,
END
goal-plan new --family steep $now
echo $?
goal-plan new --family steep $now mine | tail -n 1
goal-plan list --csv $now | grep -c steep
