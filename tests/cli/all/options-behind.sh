# Options stand behind a verb and behind operands, also for those who have asked
# all programs for operands last.
POSIXLY_CORRECT=1
export POSIXLY_CORRECT
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
goal-plan list --csv --now 2026-11-23 | wc -l
printf 'k6_1,k6_2,k6_3,k6_4,k6_5,k6_6\n1,1,1,1,1,1\n' >in.csv
isolate-quiz score in.csv -i k6 | wc -l
echo 'They left because I am boring.' >text
attrib-score text --evidence -q | sed -n 1p
concept-lookup shyness --short -q | cut -d. -f1
isolate-quiz score -i k6 -- -q
