# A torn end is noted, a broken line told; the rest is used; a later version's
# journal is left alone.
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
j=data/reconnect/journal.csv
sed '4s/^/"/' $j >broken.csv
goal-plan due --journal broken.csv --on 2026-11-23
echo $?
cp $j torn.csv
printf '1,2026' >>torn.csv
goal-plan due --journal torn.csv --on 2026-11-23
echo $?
goal-plan skip nxs.4 --journal torn.csv --now 2026-11-23 -q
cat torn.csv.torn
# What is left out is told once, also by who writes.
goal-plan skip nxs.5 --journal broken.csv --now 2026-11-23 -q
sed '$s/^1/2/' $j >newer.csv
cp newer.csv kept.csv
goal-plan skip nxs.4 --journal newer.csv
echo $?
cmp newer.csv kept.csv
