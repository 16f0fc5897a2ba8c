goal-plan list --csv >/dev/full
echo $?
goal-plan new --print --concept shyness >/dev/full
echo $?
