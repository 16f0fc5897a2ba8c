# Who stops a sitting gets no ladder, and no fault of a stream; what is piped to
# a ladder that was named is not passed over in silence.
goal-plan new </dev/null
echo $?
printf '' | goal-plan new
echo $?
: >empty
goal-plan new empty
echo $?
goal-plan new --print </dev/null
echo $?
printf 'concept,severity,flag\n,,crisis\n' >mine
printf 'concept,severity\nshyness,0\nliking-gap,\n' | goal-plan new
echo $?
now='--now 2026-11-22 --seed 1'
goal-plan new --family voice --print $now <mine | sed -n 2p
cat mine | goal-plan new --family voice --print $now | wc -l
cat mine | goal-plan new --family voice --print $now - 2>&1 | sed -n '1p;$p'
ls
